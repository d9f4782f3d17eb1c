"""What days come to in plain reports, as agencies, newspapers and relief organisations print them.

A line with `#` is the day of publication of those below it, `¶` parts paragraphs, `asks` is an expression that is
found and asked about, `→` a plan. All were labelled by hand before the rules first read them.
"""

from __future__ import annotations

from datetime import date

import pytest

from site_gen.importer.dates import find_dates

TABLE = """
# 2015-03-14
The nurses were taken around twenty days ago. | 2015-02-22~
The nurses were taken about ten days ago. | 2015-03-04~
Some 20 days ago, the well ran dry. | 2015-02-22~
The nurses were taken roughly four days ago. | 2015-03-10~
The nurses were taken four days ago. | 2015-03-10
He was moved nearly three days ago. | 2015-03-11~
It was shut three or four days ago. | asks
The feud has for the past five years set herders against farmers. | 2010/2015-03-14
In the past five years, 400 people have been killed there. | 2010/2015-03-14
Over the last three years the river has claimed nine villages. | 2012/2015-03-14
In the past year, twelve guards have been shot. | 2014/2015-03-14
Friday is the weekend there and the bazaar is full. |
In the kingdom, the weekend falls on Friday and Saturday. |
On Friday, the weekend in the emirate, the beach was hit by shells. | 2015-03-13
It would be fair to say that this year so far there has been a rise in thefts. | 2015
So far this year, 19 farmers have been killed. | 2015
Thirty-one people have been shot so far this month. | 2015-03
The governor vowed that the killers would face the law in remarks in Lal on Friday. | 2015-03-13
The minister promised that the dam would be mended, in a statement on Thursday. | 2015-03-12
The premier said the army would stay, in an address to the nation on Wednesday. | 2015-03-11
It will not talk to kidnappers, the ministry said in a statement on Friday. | 2015-03-13
It said it was “shocked by Wednesday's raid”. | 2015-03-11
The envoy was horrified by Thursday's killing of two clerks. | 2015-03-12
The bishop said he was saddened by Tuesday's fire. | 2015-03-10
The houses were destroyed by Monday's quake. | 2015-03-09
The roof was torn off by Thursday night's storm. | 2015-03-12
“We want them to rest before going on with the strike Monday,” he said. | →2015-03-16
The teachers want a rest before resuming the strike on Monday, their union said. | →2015-03-16
The crews are resting before resuming the search on Sunday. | →2015-03-15
He said the town needs quiet for Sunday's vote. | →2015-03-15
The town needs quiet for Sunday's vote. | →2015-03-15
Ballot boxes have been sent to 90 villages for Sunday's vote. | →2015-03-15
The parties are preparing for Monday's talks. | →2015-03-16
Troops were sent to the town for Thursday's vote, in which nine lists took part. | 2015-03-12
The meeting had initially been scheduled for March 12. | →2015-03-12
The hearing had been scheduled for Thursday but the judge was ill. | asks
The vote was scheduled for February 20 but was put off. | →2015-02-20
The theft takes place four days after 20 horses were stolen there. | 2015-03-10
The raid comes three days after two guards were shot there. | 2015-03-11
The arrest comes a day after a bomb went off at the gate. | 2015-03-13
The attack comes two days after rebels took the bridge. | 2015-03-12
The agency said in a report last week that 90 had fled. | 2015-03-02/2015-03-08
The union said in a letter last month that pay was late. | 2015-02
The ministry said in a report this week that 90 had fled. | 2015-03-09/2015-03-14
The battle began last Friday 6 March. 24 hours later, it reached the bridge. | 2015-03-06 + 2015-03-07
The boat was last seen on Tuesday. Forty-eight hours later it was found. | 2015-03-10 + 2015-03-12
A shell fell on Monday. Twelve hours later a second one did. | 2015-03-09
This week-end, a guard was killed. | asks
Over the week-end of 7-8 March, a guard was killed. | 2015-03-07/2015-03-08
February was, indeed, a bloody month. | 2015-02
February was, by all accounts, the worst month. | 2015-02
Barely had March begun than they came again. | 2015-03
No sooner had February ended than the shelling began anew. | 2015-02
February saw 30 raids, January only nine. | 2015-02
Thieves came in February. On the 02/03/2015 at about 8pm, they took two cows. | 2015-02 + 2015-02-03
The raids of March went on. On 02/03/2015 at about 8pm, two cows were taken; on 13/03/2015, nine. | 2015-03 + 2015-03-02 + 2015-03-13
In 2014 Ghor sold its biggest harvest, 20 per cent more than the previous year. | 2014 + 2013
In 2013, 90 people were killed, down from 120 the previous year. | 2013 + 2012
In February, 40 people were shot, twice as many as the month before. | 2015-02 + 2015-01
France intervened in 2011 to restore those overthrown when the rebels took the capital the previous year. | 2011 + 2010
The army made no statement on the Saturday raid. | asks
The chief made no statement on the Wednesday raid. | 2015-03-11
Nobody has claimed the Thursday attack. | 2015-03-12
The drowned boys were found in past 24 hours. | 2015-03-13/2015-03-14
At least nine people have died in last 24 hours. | 2015-03-13/2015-03-14
Rain killed nine during past two days. | 2015-03-12/2015-03-14
The mine went off as a lorry with nine recruits passed by early on Tuesday. | 2015-03-10
The bomb went off as a bus drove by late on Tuesday. | 2015-03-10
Two policemen standing by on Tuesday night were hurt. | 2015-03-10
They are yet to be freed as at Friday morning. | 2015-03-13
As at Thursday, nobody had been freed. | 2015-03-12
As of Thursday evening, 12 people were missing. | 2015-03-12
The Tambo raid is coming two days after this paper reported a similar one. | 2015-03-12
Mr Danlami said a day after the raid, the chief sent men from door to door. |
If the valley is any guide, 2016 could be worse. | →2016
Analysts say 2016 will be a hard year. | →2016
2014 was the worst year in a decade. | 2014
The herders who died on the same day the envoys left were buried. | asks
He had been asked about the men shot on Monday. | 2015-03-09
# 2014-08-28
Two shepherds were shot overnight near the bridge, local elders said Wednesday. | 2014-08-26/2014-08-27 + 2014-08-27
Overnight, rockets hit the port, the mayor said on Wednesday. | 2014-08-26/2014-08-27 + 2014-08-27
A house burned down overnight, police said. | 2014-08-27/2014-08-28
Shelling killed two overnight, the mayor said on Thursday. | 2014-08-27/2014-08-28 + 2014-08-28
A school was hit overnight. The mayor said on Monday it would be mended. | 2014-08-27/2014-08-28 + 2014-08-25
KABUL, Afghanistan (AP) — A day after the port fell, fighters spread through it Wednesday. | 2014-08-26 + 2014-08-27
A day after the port fell, fighters spread through it Wednesday. | 2014-08-26 + 2014-08-27
GAO, Mali (Agency) — Two days after the bridge was lost, troops took it back on Tuesday. | 2014-08-24 + 2014-08-26
The battle came on Tuesday, two weeks after the rebels won their biggest fight. | 2014-08-26
He was shot on Monday, a month after he had left jail. | 2014-08-25
The vote on Sunday came three years after the king was deposed. | 2014-08-24
The band struck on Sunday night. ¶ A report in Tuesday's issue of the weekly Sada says nine huts burned. ¶ On the same night a couple was attacked. | 2014-08-24 + 2014-08-26 + 2014-08-24
Gunmen came on Monday night, Wednesday's edition of the paper said. The same night, a clerk was robbed. | 2014-08-25 + 2014-08-27 + 2014-08-25
KABUL, August 27: Nine people drowned, the police said. |
GAO, Aug. 26 — Nine people drowned on Monday, the police said. | 2014-08-25
KABUL, August 28: Nine people drowned, the police said. |
Herat, 27 August 2014 – Nine people drowned on Monday. | 2014-08-25
“This morning they shot again,” a shepherd said. |
“We buried three children today,” the imam told Radio Gao. |
“Last night they came again,” said Ali. |
“Today the market is open,” the mayor said. |
“They told us yesterday that nobody would come,” she said. |
The minister said on Tuesday: “Today we have won.” | 2014-08-26 + 2014-08-26
“We will be there tomorrow,” he said. |
"""


def cases() -> list[tuple[str, str, str]]:
    rows: list[tuple[str, str, str]] = []
    published = ""
    for line in TABLE.strip().split("\n"):
        if line.startswith("# "):
            published = line.removeprefix("# ")
            continue
        text, _, expected = line.partition(" |")
        rows.append((published, text, expected.strip()))
    return rows


@pytest.mark.parametrize(("published", "text", "expected"), cases())
def test_days_of_a_report(published: str, text: str, expected: str) -> None:
    found = [
        ("→" if d.role == "plan" else "") + d.value if d.value else "asks"
        for d in find_dates(list(enumerate(text.split(" ¶ "))), date.fromisoformat(published))
    ]
    assert " + ".join(found) == expected
