"""A covering report of an invented council, for tests of reading."""

# ruff: noqa: E501 - a paragraph is one line, as in the reports councils keep as text
from tests.samples.matter import Item, items

TEXT = """# Productivity Plan

Report of the Chief Executive

Report to:\tCabinet
Date:\t4 July 2024
Portfolio Holder:\tCouncillor for Finance and Assets
Key Decision:\tNo

## 1 Purpose of the report

1.1 This report asks Cabinet to approve the plan that every council was asked to write, and to send it to government before the date that the letter gives.

1.2 The plan runs to four pages. It draws on the medium-term financial plan, the workforce strategy and the digital roadmap, so that nothing in it is new to members.

## 2 Recommendations

2.1 That Cabinet approves the plan at Appendix A for publication on the website.

2.2 That authority is delegated to the Chief Executive, in consultation with the Leader, to make minor changes to the words before they are sent.

## 3 What the letter asks

3.1 The letter sets out four themes, and the plan answers each of them in turn:

- how services have been changed to make better use of resources
- how technology and data will inform decision-making and the design of services
- how wasteful spending is found and stopped
- which barriers government could lower or take away

3.2 Members of the scrutiny committee saw a draft on 11 June. They asked for a clearer account of agency staff costs, of the savings already made since 2019, and of what cannot be saved again.

## 4 Measures

Measure\t2023/24\tTarget
Share of forms filled in online\t61%\t75%
Days lost to sickness for each person\t8.4\t7.5
Agency spending as a share of pay\t6.2%\t4.0%

## 5 Legal implications

5.1 There is no duty in statute to write the plan. Approval of it is an executive function.

## 6 Financial implications

6.1 None arise from the plan itself; each project in it has its own business case and its own budget.

Background papers

None
"""

HEAD = "Moorbeck District Council"
MATTER: list[Item] = items(TEXT)
"""The report's items."""


def long() -> list[Item]:
    """The report and enough further paragraphs to run over three pages or more."""
    more = [
        Item(
            "numbered",
            f"Further ground {count} is set out for members. " + "It is weighed with the rest. " * 12,
            number=f"7.{count}",
        )
        for count in range(1, 19)
    ]
    return [*MATTER, Item("heading", "Further grounds", level=2, number="7"), *more]
