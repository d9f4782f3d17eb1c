"""What the days in short passages of reports and features come to, where one sentence bears on the next.

A line with `#` is the day of publication of those below it. `asks` is an expression that is found and asked about,
`→` a plan.
"""

from __future__ import annotations

import pytest

from tests.support.days import days_in, rows

TABLE = """
# 2022-03-14
Gunmen stormed the customs post on Monday, the interior ministry said. Two clerks are missing. | 2022-03-14
The bishop told reporters on Monday that the hostages were alive. He had met their captors on Saturday. | 2022-03-14 + 2022-03-12
The night before the release, guards moved the men into one cell. They walked free on Thursday. | 2022-03-10
“We buried him yesterday,” said Amina Traore. Her son was shot at the bridge on Thursday. | 2022-03-10
Captain Diallo, 34, has commanded the post since 2019. It can be reached on 0202 555 1904. | 2019/2022-03-14
The ceasefire, in force until Wednesday, has held since Sunday. | →2022-03-16 + 2022-03-13/2022-03-14
# 2022-03-20
Last Friday, two trucks of flour reached the camp. It was the first delivery since February. | 2022-03-18 + 2022-02
Last Monday a mortar struck the dispensary. The nurses had fled on Saturday. | 2022-03-14 + asks
The rebels were beaten 3-2 in the vote of 12 March. A second round follows on 27 March. | 2022-03-12 + →2022-03-27
On Tuesday the convoy left the coast. On Wednesday it was ambushed, and on Thursday the survivors limped into the fort. | 2022-03-15 + 2022-03-16 + 2022-03-17
The general, who seized power in August 2020, promised elections by the end of next year. | 2020-08 + →../2023-12-31
On the eve of the talks, shells fell on the market. The talks opened on Wednesday and broke up on Friday. | 2022-03-16 + 2022-03-18
# 2023-10-05
Ten years after the 2013 coup, the ex-president returned on Tuesday. | 2013 + 2023-10-03
The April 6 Movement called for a march on Friday. Police said it would not be allowed. | asks
The army had taken the pass on Sunday but lost it the following day, an officer said on Wednesday. | 2023-10-01 + 2023-10-02 + 2023-10-04
Aid fell by a third in the second quarter of 2023 from the same period of 2022. | 2023-04/2023-06 + 2022
Three weeks before the polls, scheduled for 28 October, two candidates withdrew on Monday. | →2023-10-28 + 2023-10-02
Protesters have blocked the refinery road since last Thursday, and a deadline to leave expires at midnight on Friday. | 2023-09-28/2023-10-05 + →2023-10-06
By Wednesday evening the whole quarter was in rebel hands. “Tomorrow they will reach the port,” a baker said. | ../2023-10-04
The two men were arrested on 30 September and charged two days later. Their trial opens on 16 October. | 2023-09-30 + 2023-10-02 + →2023-10-16
Video posted on Tuesday (archive.example/2023/09/clip) shows houses burning. Villagers said the raid took place on Sunday night. | 2023-10-03 + 2023-10-01
# 2024-05-18
In May 2019 the mutineers held the radio station for six hours. In June they tried again. | 2019-05 + asks
The attack was the deadliest since the September 11 attacks, a senator claimed on Friday. | 2001-09-11 + 2024-05-17
He was born in 1971, joined the army in 1990 and deserted eleven years later. | 1971 + 1990 + 2001
The minister had said on May 2 that the dam was safe. Eight days later it was under water. | 2024-05-02 + 2024-05-10
Schools will remain shut until Monday, and the airport reopened on Wednesday. | →2024-05-20 + 2024-05-15
The blast came hours before the king's visit on Thursday. He arrived all the same. | asks
# 2019-11-08
The siege began on a Friday. It was lifted last Friday, after four months. | 2019-11-01
The parliament is to vote on Friday on the amnesty, its speaker said. | →2019-11-08
Fighters killed on Friday were buried the same day. Their commander had been killed the Friday before. | 2019-11-08 + 2019-11-08 + 2019-11-01
From 1996 to 1999 the valley was closed. It was closed again in the winter of 2012. | 1996/1999 + 2012
The Lusaka accord of 10 July 1999 foresaw a joint force. It never came, and by 2003 the accord was dead. | 1999-07-10 + ../2003
Tuesday's raid was the second in a week; the first, on 31 October, left five dead. | 2019-11-05 + 2019-10-31
The emergency, imposed on 5 November for 30 days, may be extended, the premier said on Thursday night. | 2019-11-05 + 2019-11-07
# 2022-03-14
I reached the ferry on Monday, when the guns had stopped. A boy sold me an egg. | asks
The colonel surrendered on Monday, state radio reported. He had been in hiding since January 9. | 2022-03-14 + 2022-01-09/2022-03-14
The union called for a strike on Wednesday, and shops in the capital were shut on Thursday. | asks + 2022-03-10
A truce runs until noon on Wednesday. It was broken twice on Sunday. | →2022-03-16 + 2022-03-13
He was seized on 3 March and freed the Sunday before the vote. | 2022-03-03 + asks
On February 14 the patrol entered the gorge. Two days earlier the herders had left it. | 2022-02-14 + 2022-02-12
# 2022-03-20
On Monday 400 families crossed the river. On Sunday night they were still sleeping in the open. | 2022-03-14 + 2022-03-20
Negotiators shook hands on Wednesday. They had quarrelled on Tuesday over a single comma. | 2022-03-16 + 2022-03-15
The prefect resigned on Tuesday. He had quarrelled on Friday with the garrison. | 2022-03-15 + asks
The mission ends on 30 June, after which the base, opened in 2014, passes to the army. | →2022-06-30 + 2014
The old mosque, shelled in the war of 1998-2000, was reopened last week. | 1998/2000 + asks
A mine killed a ploughman the day before yesterday. It was the third since New Year's Day. | 2022-03-18 + 2022-01-01/2022-03-20
The rains come in May, and with them the raiders. Last May they took ninety head. | asks + 2021-05
“On Tuesday they told us to pack,” said the teacher, who fled on Wednesday. | 2022-03-15 + 2022-03-16
Turnout was 41 percent, down from 58 percent in 2017, the commission said late on Saturday. | 2017 + 2022-03-19
# 2023-10-05
Envoys called for elections by December, and left for home on Tuesday. | asks + 2023-10-03
The refinery burned for three days before the fire was put out on Monday. | 2023-10-02
Police had warned on Friday that the march was illegal. It went ahead on Saturday all the same. | 2023-09-29 + 2023-09-30
The rebels shot down a helicopter on 11 September. The following week another fell. | 2023-09-11 + 2023-09-18/2023-09-24
The minister said on Wednesday that troops had retaken the bridge on Tuesday. | 2023-10-04 + 2023-10-03
The minister spoke on Monday. Troops had retaken the bridge on Tuesday, he conceded later. | 2023-10-02 + asks
The June 30 agreement lapsed this week without a shot. | 2023-06-30 + 2023-10-02/2023-10-05
A court will hear the appeal on 9 October; the sentence was passed in April. | →2023-10-09 + 2023-04
Ramadan was quiet. On the second day of Eid, in April, a bomb killed nine. | 2023-04
An inquiry into the killings of 4 August 2020 is to report next month. | 2020-08-04 + →2023-11
Monday's ambush came a week after the governor escaped a bomb. | 2023-10-02
# 2024-05-18
From Monday, lorries need a permit to use the border road. | asks
Fuel has tripled in price since the coup of July 26. On Thursday the pumps ran dry. | 2023-07-26/2024-05-18 + 2024-05-16
The fourth convoy this month was looted on Wednesday night. | 2024-05 + 2024-05-15
The captives were freed on Thursday and flown home the next day. | 2024-05-16 + 2024-05-17
# 2019-11-08
They were shelled on Tuesday. The Tuesday before, the school had been hit. | 2019-11-05 + 2019-10-29
Elections, twice delayed, are now due in the first half of 2020. | →2020-01/2020-06
# 2022-03-14
We left the capital on Monday in two cars. The second never came. | asks
The army said on Monday it had retaken the fort. Residents had reported shooting on Sunday. | 2022-03-14 + 2022-03-13
Rebels released nine teachers on Friday. They had taken them on Sunday from a bus. | 2022-03-11 + asks
The opposition called for rallies on Saturday and boycotted the swearing-in on Thursday. | asks + 2022-03-10
Talks scheduled for Tuesday were cancelled, a diplomat said on Monday evening. | →2022-03-15 + 2022-03-14
# 2022-03-20
The garrison has needed flour since the Monday before the siege. | asks
Two buses burned on Tuesday. The owner had parked them there on Wednesday, the insurer found. | 2022-03-15 + asks
The amnesty lasts until midnight on Thursday. Forty men had come in by Saturday. | →2022-03-24 + ../2022-03-19
# 2023-10-05
The wells need repair before the dry season. In August 2021 a mission counted six that worked. | 2021-08
Raiders struck the mill on Sunday and the ginnery the next night. | 2023-10-01 + 2023-10-02
The governor fled on Monday; the Monday before, he had sworn to stay. | 2023-10-02 + 2023-09-25
Gunmen killed the clerk on Wednesday morning. He had returned from exile in July. | 2023-10-04 + 2023-07
# 2024-05-18
Doctors said they had treated 30 people on Friday, most of them for burns. | 2024-05-17
A relief train arrived on Saturday, the first since 2 April. | 2024-05-18 + 2024-04-02
By Thursday the town was empty. Its people had left on Monday and Tuesday. | ../2024-05-16 + 2024-05-13 + 2024-05-14
The vote, cancelled in March, will be held on 9 June. | 2024-03 + →2024-06-09
"""


@pytest.mark.parametrize(("published", "text", "expected"), rows(TABLE))
def test_days_of_a_passage(published: str, text: str, expected: str) -> None:
    assert days_in(text, published) == expected
