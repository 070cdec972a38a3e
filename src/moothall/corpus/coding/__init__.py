"""Suggestions of theme, practice and barrier for passages, learnt from the frame and then from what coders confirm.

``suggester.py`` is the door. Nothing here asks a service, and nothing is random: the same passages and the same
confirmed codes give the same suggestions.
"""
