"""Settings, addresses, worker and shell: how the parts are started."""
