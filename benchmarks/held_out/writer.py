"""Writes invented council reports and plans from a seed: the same seed gives the same words and looks for ever."""

from __future__ import annotations

import random

from benchmarks.held_out.works import SOFT_HYPHEN, Look, Part, Work

PLACES = ("Aldermoor", "Brackenfold", "Carrowmere", "Dunsallow", "Ellerbeck Vale", "Fenwath", "Garsholme", "Hartlewood")
SUBJECTS = (
    "the housing repairs service", "the digital team", "street cleansing", "the revenues section", "adult learning",
    "the fleet workshop", "customer contact", "home-to-school transport", "the property board", "planning enforcement",
    "the shared audit partnership", "waste collection", "the leisure trust", "procurement", "children's placements",
)  # fmt: skip
DEEDS = (
    "has moved to a single booking system", "now works from two depots rather than five", "is reviewing its contracts",
    "cut the number of forms by a third", "has trained 46 managers in coaching",
    "will share an officer with its neighbours",
    "met its savings target of £1.2m in 2023/24", "reduced agency spending by 18.5%", "publishes its figures quarterly",
    "has brought maintenance back in-house", "is preparing a re-tender for 2025-26", "carries 12 vacancies at present",
)  # fmt: skip
REASONS = (
    "because demand has risen faster than funding", "following a peer challenge in the spring",
    "as the medium-term financial plan requires", "so that residents need to tell their story only once",
    "in line with the workforce strategy", "and members were briefed on progress in June",
    "although inflation has taken up part of the gain", "with no change to the level of service",
    "after consultation with staff and trade unions", "and the remainder will follow once systems are replaced",
    "which the external auditor described as sound", "subject to the business case being approved",
)  # fmt: skip
OPENERS = (
    "Over the last three years", "Since April", "At the mid-year point", "In the coming period", "As a result",
    "Members will recall that", "It should be noted that", "For the avoidance of doubt,", "During 2024/25", "Overall",
)  # fmt: skip
HEADS = (
    "Purpose of the report", "Background", "How services have changed", "Use of technology and data", "Reducing waste",
    "Barriers to progress", "Financial implications", "Legal implications", "Equalities", "Workforce and agency staff",
    "Risk management", "Transformation since 2019", "Working with partners", "Options considered", "Next steps",
    "Measures of success", "Our approach to commissioning", "What government could do", "Consultation and engagement",
    "Assets and accommodation", "Invest to save", "Conclusions", "Climate and environment", "Governance of the plan",
)  # fmt: skip
SUBHEADS = (
    "Front door", "Contracts and suppliers", "Shared services", "Data quality", "Learning from others", "Early help",
    "Fees and charges", "Energy", "Automation of routine work", "Capital programme", "Special educational needs",
    "Temporary accommodation", "Fraud and error", "Skills and apprenticeships", "Estate",
)  # fmt: skip
MEASURES = (
    "Calls answered within two minutes", "Days lost to sickness for each employee", "Council tax collected",
    "Share of forms filled in online", "Agency spending as a share of pay", "Void homes re-let within 21 days",
    "Complaints upheld by the Ombudsman", "Invoices paid within 30 days", "Planning appeals dismissed",
    "Household waste recycled or composted", "Staff turnover", "Missed bins per 100,000 collections",
    "Children in care placed within twenty miles of the place they call home", "Vacant posts at the year's end",
)  # fmt: skip
OWNERS = ("Head of Finance", "Director of Place", "Customer Services", "People and Change", "Director of Adult Care")
LONG = {"implementation": "imple mentation", "accommodation": "accommo dation", "transformation": "transfor mation",
        "consultation": "consul tation", "maintenance": "mainte nance", "neighbours": "neigh bours",
        "partnership": "partner ship", "procurement": "procure ment", "enforcement": "enforce ment",
        "managers": "mana gers", "residents": "resi dents", "quarterly": "quar terly"}  # fmt: skip
LOOKS = ("bold", "coloured", "large", "spaced", "small_caps", "capitals", "plain", "bold")
RULES = ("full", "rows", "none", "shaded")


def write(seed: int) -> Work:
    """The work of a seed. Seeds run through looks, rules, columns and kinds of numbering; the words are its own."""
    return _Writer(seed).work()


class _Writer:
    def __init__(self, seed: int) -> None:
        self._by = random.Random(seed * 7919 + 11)  # noqa: S311 - not for secrets
        self._seed = seed
        self._columns = 2 if seed % 3 == 2 else 1
        self._numbering = ("sections", "none", "deep")[(seed // 2) % 3] if self._columns == 1 else "none"
        self._hyphens = seed % 2 == 1
        self._heads = self._by.sample(HEADS, 12)
        self._subheads = self._by.sample(SUBHEADS, 12)
        self._count = 0

    def work(self) -> Work:
        place = f"{self._by.choice(PLACES)} {self._by.choice(('Borough', 'District', 'County'))} Council"
        heading = LOOKS[self._seed % len(LOOKS)]
        if heading == "plain" and self._numbering == "none":
            heading = "large"  # without number, size or weight nobody could tell
        look = Look(
            serif=self._by.random() < 0.4,
            size=self._by.choice((10.0, 11.0, 12.0)),
            heading=heading,
            colour=self._by.choice(("#1f4e79", "#7a1f4e", "#00594c", "#000000")),
            rules=RULES[(self._seed // 2 + self._seed) % len(RULES)],
            columns=self._columns,
            justified=self._by.random() < 0.4 or self._columns == 2,
            leading=self._by.choice((1.15, 1.3, 1.5)),
            after=self._by.choice((4.0, 8.0, 12.0)),
        )
        parts = [Part("heading", self._by.choice(("Productivity Plan", "Our Productivity Plan 2024/25",
                 "Productivity in Local Government: the Council's Plan")), level=1)]  # fmt: skip
        parts += [Part("paragraph", self._paragraph()) for _ in range(2)]
        for section in range(1, 8 if self._columns == 1 else 10):
            parts += self._section(section)
        landscape = None
        if self._seed % 5 == 3 and self._columns == 1:
            landscape = len(parts)
            parts.append(Part("heading", "Appendix A: milestones", level=2))
            parts.append(self._milestones())
        return Work(
            f"work-{self._seed}", look, f"{place} – Cabinet, {self._by.randint(1, 28)} July 2024",
            self._by.choice(("Page {page}", "{page}", "Page {page} of {pages}")), tuple(parts), landscape,
        )  # fmt: skip

    def _section(self, section: int) -> list[Part]:
        deep = self._numbering == "deep"
        label = {"sections": f"{section}", "deep": f"{section}.0", "none": ""}[self._numbering]
        if self._numbering == "sections" and self._seed % 4 == 1:
            label += "."
        parts = [Part("heading", self._heads[section - 1], number=label, level=2)]
        paragraph = 0
        for sub in range(1, self._by.randint(2, 3)):
            stem = str(section)
            if deep or (self._numbering == "none" and section % 3 == 0):
                stem = f"{section}.{sub}"
                parts.append(Part("heading", self._subheads[(section * 2 + sub) % 12],
                             number=stem if deep else "", level=3))  # fmt: skip
                paragraph = 0
            for _ in range(self._by.randint(2, 4)):
                paragraph += 1
                number = "" if self._numbering == "none" else f"{stem}.{paragraph}"
                parts.append(Part("paragraph", self._paragraph(), number=number))
            parts += self._extra(section, sub)
        return parts

    def _extra(self, section: int, sub: int) -> list[Part]:
        what = (section + sub + self._seed) % 5
        if what == 0:
            lead = [Part("paragraph", "The work is in three strands:", number="")]
            return lead + [Part("bullet", self._bullet()) for _ in range(self._by.randint(3, 5))]
        if what == 1:
            caption = [Part("caption", f"Table {section}: how the measures have moved")] if section % 2 else []
            return [*caption, self._table()]
        if what == 2 and self._columns == 1:
            return [Part("box", f"Case study. {self._paragraph()}")]
        if what == 3 and self._columns == 1:
            self._count += 1
            return [Part("footnote", f"Figures from the return made in {self._by.choice(('May', 'June'))} 2024.",
                    number=str(self._count))]  # fmt: skip
        return []

    def _table(self) -> Part:
        merged = self._seed % 2 == 0 and self._columns == 1
        names = self._by.sample(MEASURES, self._by.randint(4, 7) if self._by.random() < 0.7 else 14)
        if self._columns == 2:
            names = names[:5]
            return Part("table", rows=(("Measure", "2023/24", "Target"),
                        *((name, self._figure(), self._figure()) for name in names)))  # fmt: skip
        rows = [(name, self._figure(), self._figure(), self._by.choice(OWNERS)) for name in names]
        if merged:
            return Part("table", rows=(("", "Share or number", ""), ("Measure", "2023/24", "Target", "Lead"), *rows),
                        head=2, spans=(1, 2, 1))  # fmt: skip
        return Part("table", rows=(("Measure", "2023/24", "Target", "Lead"), *rows))

    def _milestones(self) -> Part:
        months = ("September 2024", "December 2024", "March 2025", "June 2025")
        rows = [
            (self._by.choice(SUBJECTS).removeprefix("the ").capitalize(), self._bullet(), self._by.choice(OWNERS),
             self._by.choice(months), self._by.choice(("Under way", "Planned", "Done")))
            for _ in range(9)
        ]  # fmt: skip
        return Part("table", rows=(("Service", "Milestone", "Lead", "Due", "State"), *rows))

    def _figure(self) -> str:
        return self._by.choice((f"{self._by.randint(3, 99)}%", f"{self._by.uniform(1, 20):.1f}",
                                f"£{self._by.randint(2, 950)}k", f"{self._by.randint(100, 9000):,}"))  # fmt: skip

    def _paragraph(self) -> str:
        return " ".join(self._sentence() for _ in range(self._by.randint(2, 5)))

    def _bullet(self) -> str:
        return f"{self._by.choice(SUBJECTS)} {self._by.choice(DEEDS)}"

    def _sentence(self) -> str:
        subject = self._by.choice(SUBJECTS)
        words = f"{self._by.choice(OPENERS)} {subject} {self._by.choice(DEEDS)}, {self._by.choice(REASONS)}."
        if self._by.random() < 0.25:
            words = f"{subject[0].upper()}{subject[1:]} {self._by.choice(DEEDS)}."
        if self._hyphens:
            for whole, halves in LONG.items():
                words = words.replace(whole, halves.replace(" ", SOFT_HYPHEN))
        return words
