"""What expressions of time in reports of conflict come to: one sentence for each way to say a day.

The classes follow TIMEX3 (ISO 24617-1) and the kinds of expression that HeidelTime reads in news. Every article
is published on Tuesday, 22 June 2021. `asks` is an expression that is found and asked about, an
empty string a sentence in which no day is told, `→` a plan.
"""

from __future__ import annotations

from datetime import date

import pytest

from site_gen.importer.dates.finding import find_dates

PUBLISHED = date(2021, 6, 22)

TABLE = """
# spans without an end of their own
The feud over the mill has grown over the past months. |
Prices have doubled in the last weeks. |
The herders have moved much in the past years. |
The herders have lost nine mules over the past two months. | 2021-04/2021-06-22
The toll of the raids is higher than in the previous three years. | asks
Nine men drowned on June 14, as many as in the preceding three days. | 2021-06-14 + 2021-06-11/2021-06-14
# days of a month, as they are written
Rebels took the dam on June 14. | 2021-06-14
Rebels took the dam on 14 June. | 2021-06-14
Rebels took the dam on June 14th. | 2021-06-14
Rebels took the dam on the 14th of June. | 2021-06-14
Rebels took the dam on June the 14th. | 2021-06-14
Rebels took the dam on the fourteenth of June. | 2021-06-14
Rebels took the dam on the twenty-first of May. | 2021-05-21
Rebels took the dam on Jun. 14. | 2021-06-14
Rebels took the dam on 14 Jun. | 2021-06-14
Rebels took the dam on Monday, June 14. | 2021-06-14
Rebels took the dam on Monday June 14th. | 2021-06-14
Rebels took the dam on Monday the 14th of June. | 2021-06-14
Rebels took the dam on Mon 14 June. | 2021-06-14
Rebels took the dam on June 14 (Monday). | 2021-06-14
Rebels took the dam on 14 June 2019. | 2019-06-14
Rebels took the dam on June 14, 2019. | 2019-06-14
Rebels took the dam on June 14th, 2019. | 2019-06-14
Rebels took the dam on the 14th of June, 2019. | 2019-06-14
Rebels took the dam on the 14th of June 2019. | 2019-06-14
Rebels took the dam on 14 June, 2019. | 2019-06-14
Rebels took the dam on 14-Jun-2019. | 2019-06-14
The dam was reported lost on June 14, 2019 GMT. | 2019-06-14
Rebels took the dam on 2019-06-14. | 2019-06-14
Rebels took the dam on 2019/06/14. | 2019-06-14
Rebels took the dam on 14/06/2019. | 2019-06-14
Rebels took the dam on 14.06.2019. | 2019-06-14
Rebels took the dam on 06/14/2019. | 2019-06-14
Rebels took the dam on 14/6/19. | 2019-06-14
Rebels took the dam on 04/05/2019. | asks
Rebels took the dam on 14 June last year. | 2020-06-14
Rebels took the dam on June 14 of last year. | 2020-06-14
Rebels took the dam on June 14 this year. | 2021-06-14
Rebels took the dam in the night of June 14. | 2021-06-14
Rebels took the dam on the night of 14 June. | 2021-06-14
Rebels took the dam in the early hours of June 14. | 2021-06-14
Rebels took the dam in the small hours of 14 June. | 2021-06-14
Rebels took the dam before dawn on June 14. | 2021-06-14
Rebels took the dam at about 3 a.m. on June 14. | 2021-06-14
Rebels took the dam late on June 14. | 2021-06-14
The June 14 raid on the dam killed six. | 2021-06-14
The raid of June 14 killed six. | 2021-06-14
# days without a month
Rebels took the dam on the 14th. | 2021-06-14
Rebels took the dam on the 14th and left it again. | 2021-06-14
Nobody has crossed the dam since the 14th. | 2021-06-14/2021-06-22
Rebels took the dam in the night of the 14th. | 2021-06-14
Rebels took the dam on Monday the 14th. | 2021-06-14
Rebels took the dam on the 14th of this month. | 2021-06-14
Rebels took the dam on the 14th of last month. | 2021-05-14
Rebels took the dam on the last day of May. | 2021-05-31
Rebels took the dam on the first day of June. | 2021-06-01
The council will meet on the 28th. | →2021-06-28
Rebels took the dam on Tuesday 15th. | 2021-06-15
Rebels took the dam on Monday 15th. | asks
Rebels took the dam on the third day of June. | 2021-06-03
Rebels took the dam on the last day in May. | 2021-05-31
# holidays with a day of their own
Rebels took the dam on Christmas Day. | 2020-12-25
Rebels took the dam on Christmas Eve. | 2020-12-24
Rebels took the dam on New Year's Eve. | 2020-12-31
Rebels took the dam on New Year's Day. | 2021-01-01
Rebels took the dam on Boxing Day. | 2020-12-26
Rebels took the dam on May Day. | 2021-05-01
Rebels took the dam at Christmas. | 2020-12-25
Rebels took the dam on Christmas Day 2016. | 2016-12-25
Rebels had planned a raid on Good Friday. | asks
Rebels took the dam on Good Friday, April 2. | 2021-04-02
# ranges of days
They fought from June 14 to 18. | 2021-06-14/2021-06-18
They fought from June 14 to June 18. | 2021-06-14/2021-06-18
They fought from 14 to 18 June. | 2021-06-14/2021-06-18
They fought between 14 and 18 June. | 2021-06-14/2021-06-18
They fought between June 14 and 18. | 2021-06-14/2021-06-18
They fought from June 14 through June 18. | 2021-06-14/2021-06-18
They fought from June 14 until June 18. | 2021-06-14/2021-06-18
They fought on June 14–18. | 2021-06-14/2021-06-18
They fought on 14–18 June. | 2021-06-14/2021-06-18
They fought on 14-18 June 2019. | 2019-06-14/2019-06-18
They fought on June 14 – 18, 2019. | 2019-06-14/2019-06-18
They fought on June 14-15. | 2021-06-14/2021-06-15
They fought in the night of 14 to 15 June. | 2021-06-14/2021-06-15
They fought overnight on June 14-15. | 2021-06-14/2021-06-15
They fought from 28 May to 3 June. | 2021-05-28/2021-06-03
They fought from May 28 to June 3. | 2021-05-28/2021-06-03
They fought from the 14th to the 18th of June. | 2021-06-14/2021-06-18
They fought from December 28 to January 3. | 2020-12-28/2021-01-03
They fought from December 28, 2018, to January 3, 2019. | 2018-12-28/2019-01-03
They fought from 28 December 2018 to 3 January 2019. | 2018-12-28/2019-01-03
They fought between 28 December 2018 and 3 January 2019. | 2018-12-28/2019-01-03
They fought on June 14, 15 and 16. | 2021-06-14/2021-06-16
They fought on 14, 15 and 16 June. | 2021-06-14/2021-06-16
They fought from early on June 14 until late on June 18. | 2021-06-14/2021-06-18
In the three days to June 18, forty died. | 2021-06-16/2021-06-18
In the week to June 18, forty died. | 2021-06-12/2021-06-18
In the week of June 9, forty died. | 2021-06-07/2021-06-13
In the week beginning June 9, forty died. | 2021-06-09/2021-06-15
In the week ending June 18, forty died. | 2021-06-12/2021-06-18
# months and parts of months
They fought in May. | 2021-05
They fought in early May. | 2021-05
They fought early in May. | 2021-05
They fought in mid-May. | 2021-05
They fought in mid May. | 2021-05
They fought in late May. | 2021-05
They fought late in May. | 2021-05
They fought at the beginning of May. | 2021-05
They fought at the start of May. | 2021-05
They fought in the middle of May. | 2021-05
They fought at the end of May. | 2021-05
They fought towards the end of May. | 2021-05
They fought in the first days of May. | 2021-05
They fought in the last days of May. | 2021-05
They fought in the first half of May. | 2021-05-01/2021-05-15
They fought in the second half of May. | 2021-05-16/2021-05-31
They fought in the first week of May. | 2021-05-01/2021-05-07
They fought during the second week of May. | 2021-05-08/2021-05-14
They fought in the third week of May 2019. | 2019-05-15/2019-05-21
They fought in the last week of May. | 2021-05-25/2021-05-31
They fought in the first three days of May. | 2021-05-01/2021-05-03
They fought in the last ten days of May. | 2021-05-22/2021-05-31
They fought on the second Sunday of May. | 2021-05-09
They fought on the last Friday of May. | 2021-05-28
They fought on the first Monday in June. | 2021-06-07
They fought in May 2019. | 2019-05
They fought in May of 2019. | 2019-05
They fought in May, 2019. | 2019-05
They fought in late May 2019. | 2019-05
They fought in May last year. | 2020-05
They fought in May of last year. | 2020-05
They fought last May. | asks
They fought on the 14th of that month. | asks
They came in May. They fought on the 14th of that month. | 2021-05 + 2021-05-14
They fought in October. | 2020-10
They fought last month. | 2021-05
They fought early last month. | 2021-05
They fought late last month. | 2021-05
They fought at the end of last month. | 2021-05
They fought in the middle of last month. | 2021-05
They fought at the beginning of last month. | 2021-05
They fought in the second half of last month. | 2021-05-16/2021-05-31
They fought in the first week of last month. | 2021-05-01/2021-05-07
They fought earlier this month. | 2021-06
They fought at the start of this month. | 2021-06
They fought at the beginning of the month. | 2021-06
They fought in the first week of this month. | 2021-06-01/2021-06-07
The May offensive cost them forty men. | 2021-05
His May 2019 visit cost them a week. | 2019-05
They fought through May and June. | 2021-05 + 2021-06
They fought in April, May and June. | 2021-04 + 2021-05 + 2021-06
They fought from April to June. | 2021-04/2021-06
They fought between April and June. | 2021-04/2021-06
They fought from mid-April until early June. | 2021-04/2021-06
They fought from April through June. | 2021-04/2021-06
They fought from October 2018 to March 2019. | 2018-10/2019-03
They fought between October and December 2018. | 2018-10/2018-12
They fought from October to December last year. | 2020-10/2020-12
They fought in April-May. | 2021-04/2021-05
They fought in April–May 2019. | 2019-04/2019-05
May was the deadliest month. | 2021-05
# quarters, halves, years, decades
They fought in the first quarter of 2019. | 2019-01/2019-03
They fought in the third quarter of last year. | 2020-07/2020-09
They fought in the first quarter of this year. | 2021-01/2021-03
They fought in the first quarter of the year. | 2021-01/2021-03
They fought in the second half of 2019. | 2019-07/2019-12
They fought in the first half of last year. | 2020-01/2020-06
They fought in the first six months of 2019. | 2019-01/2019-06
They fought in the first three months of the year. | 2021-01/2021-03
They fought in the first five months of this year. | 2021-01/2021-05
They fought in the last three months of 2019. | 2019-10/2019-12
They fought in 2019. | 2019
They fought in early 2019. | 2019
They fought in mid-2019. | 2019
They fought late in 2019. | 2019
They fought at the end of 2019. | 2019
They fought at the beginning of 2019. | 2019
They fought from 2015 to 2017. | 2015/2017
They fought between 2015 and 2017. | 2015/2017
They fought in 2015-17. | 2015/2017
They fought in 2015–2017. | 2015/2017
The dead rose from 12 in 2015 to 35 in 2016. | 2015 + 2016
The 1979-89 war cost them a generation. | 1979/1989
The war of 1979–89 cost them a generation. | 1979/1989
They fought last year. | 2020
They fought at the end of last year. | 2020
They fought early last year. | 2020
They fought late last year. | 2020
They fought earlier this year. | 2021
They fought the year before last. | 2019
They fought in the 1990s. | 199X
They fought in the early 1990s. | 199X
They fought in the '90s. | 199X
They fought in the nineties. | 199X
They fought in the mid-eighties. | 198X
They fought last summer. | asks
Everybody remembers 1984, when the dam broke. | 1984
# weekdays
They fought on Friday. | 2021-06-18
They fought Friday. | 2021-06-18
They fought last Friday. | 2021-06-18
They fought this past Friday. | 2021-06-18
They fought last Monday. | asks
They fought on Friday last. | 2021-06-18
They fought on Friday last week. | 2021-06-18
They fought on Friday of last week. | 2021-06-18
They fought last week on Friday. | 2021-06-18
They met on last week's Friday. | 2021-06-18
They fought on Monday this week. | 2021-06-21
They fought the Friday before last. | 2021-06-11
They fought on Friday night. | 2021-06-18
They fought late on Friday. | 2021-06-18
They fought late Friday night. | 2021-06-18
They fought early on Friday morning. | 2021-06-18
They fought in the early hours of Friday. | 2021-06-18
They fought at dawn on Friday. | 2021-06-18
They fought at midnight on Friday. | 2021-06-18
They fought on the night of Friday. | 2021-06-18
Friday's raid cost them six men. | 2021-06-18
He is wanted for Friday's raid. | 2021-06-18
He is blamed for the raid on Friday. | 2021-06-18
The mayor could not be reached on Friday. | 2021-06-18
They fought from Friday to Sunday. | 2021-06-18/2021-06-20
They fought from Friday until Sunday. | 2021-06-18/2021-06-20
They fought from Friday through Sunday. | 2021-06-18/2021-06-20
They fought between Friday and Sunday. | 2021-06-18/2021-06-20
They fought from late on Friday until early on Sunday. | 2021-06-18/2021-06-20
They fought from Friday night until Sunday morning. | 2021-06-18/2021-06-20
They fought Friday through Sunday. | 2021-06-18/2021-06-20
They fought overnight Friday to Saturday. | 2021-06-18/2021-06-19
They fought in the night from Friday to Saturday. | 2021-06-18/2021-06-19
They fought in the night of Friday to Saturday. | 2021-06-18/2021-06-19
They fought on Friday-Saturday night. | 2021-06-18/2021-06-19
They fought in the night between Friday and Saturday. | 2021-06-18/2021-06-19
They fought on Friday and Saturday. | 2021-06-18 + 2021-06-19
They fought on Friday and Sunday. | 2021-06-18 + 2021-06-20
They fought on Friday and again on Sunday. | 2021-06-18 + 2021-06-20
They fought overnight into Monday. | 2021-06-21
Two men died on Friday. Raids overnight destroyed a house. | 2021-06-18 + 2021-06-21/2021-06-22
On the Thursday they fought again. | asks
Six were freed in April 2019. He spoke of it on Friday. | 2019-04 + 2021-06-18
The dam was lost on June 3, 2019. They came back on Friday. | 2019-06-03 + asks
In the 24 hours to Monday, forty died. | 2021-06-20/2021-06-21
In the three days to Sunday, forty died. | 2021-06-18/2021-06-20
# counted from the document's day
They fought today. | 2021-06-22
They fought this morning. | 2021-06-22
They fought early this morning. | 2021-06-22
They fought in the early hours of this morning. | 2021-06-22
They fought yesterday. | 2021-06-21
They fought yesterday evening. | 2021-06-21
They fought late yesterday. | 2021-06-21
They fought last night. | 2021-06-21
They fought the night before last. | 2021-06-20
They fought the day before yesterday. | 2021-06-20
They fought overnight. | 2021-06-21/2021-06-22
They fought over night. | 2021-06-21/2021-06-22
They fought two days ago. | 2021-06-20
They fought two nights ago. | 2021-06-20
They fought a week ago. | 2021-06-15~
They fought three months ago. | 2021-03~
They fought a year ago. | 2020~
They fought a decade ago. | 2011~
They fought two decades ago. | 2001~
They fought a year and a half ago. | 2019-12~
They fought two and a half years ago. | 2018-12~
They fought half a year ago. | 2020-12~
They fought a few days ago. |
They fought in recent days. |
They fought last week. | 2021-06-14/2021-06-20
They fought early last week. | 2021-06-14/2021-06-20
They fought at the end of last week. | 2021-06-14/2021-06-20
They fought in the middle of last week. | 2021-06-14/2021-06-20
They fought this week. | 2021-06-21/2021-06-22
They fought earlier this week. | 2021-06-21/2021-06-22
They fought earlier in the week. | 2021-06-21/2021-06-22
They fought earlier in the month. | 2021-06
They fought earlier in the year. | 2021
They fought the week before last. | 2021-06-07/2021-06-13
They fought over the weekend. | 2021-06-19/2021-06-20
They fought last weekend. | 2021-06-19/2021-06-20
They fought this past weekend. | 2021-06-19/2021-06-20
They fought the weekend before last. | 2021-06-12/2021-06-13
They fought over the past week. | 2021-06-15/2021-06-22
They fought over the past three days. | 2021-06-19/2021-06-22
They fought for the past three days. | 2021-06-19/2021-06-22
They fought in the last 48 hours. | 2021-06-20/2021-06-22
They fought in the past two days. | 2021-06-20/2021-06-22
They fought over the past six months. | 2020-12/2021-06-22
They fought these past three days. | 2021-06-19/2021-06-22
They fought for a third day. | 2021-06-20/2021-06-22
They fought for the third day running. | 2021-06-20/2021-06-22
They fought for a third day in a row. | 2021-06-20/2021-06-22
They fought for a third successive night. | 2021-06-20/2021-06-22
The fighting entered its third day on Monday. | 2021-06-19/2021-06-21 + 2021-06-21
They fought for the third consecutive day on Monday. | 2021-06-19/2021-06-21 + 2021-06-21
# counted from a day that the text tells of
They came on June 14. They fought the next day. | 2021-06-14 + 2021-06-15
They came on June 14. They fought the following morning. | 2021-06-14 + 2021-06-15
They came on June 14. Next morning they fought. | 2021-06-14 + 2021-06-15
They came on June 14. The very next day they fought. | 2021-06-14 + 2021-06-15
They came on June 14. The day after, they fought. | 2021-06-14 + 2021-06-15
They came on June 14. They fought that night. | 2021-06-14 + 2021-06-14
They came on June 14. They fought the same evening. | 2021-06-14 + 2021-06-14
They came on June 14. On that day they fought. | 2021-06-14 + 2021-06-14
They came on June 14. They had fought the day before. | 2021-06-14 + 2021-06-13
They came on June 14. They had fought the previous evening. | 2021-06-14 + 2021-06-13
They came on June 14. Two days later they fought. | 2021-06-14 + 2021-06-16
They came on June 14. They had fought two days earlier. | 2021-06-14 + 2021-06-12
They came on June 14. Two days after that they fought. | 2021-06-14 + 2021-06-16
They came on June 14. Two nights later they fought. | 2021-06-14 + 2021-06-16
They came on June 14. He spoke of it on June 16. They had fought two days earlier. | 2021-06-14 + 2021-06-16 + 2021-06-14
They came on June 2. A week later they fought. | 2021-06-02 + 2021-06-09~
They came on June 2. They fought the following week. | 2021-06-02 + 2021-06-07/2021-06-13
They came on June 2. They had fought the week before. | 2021-06-02 + 2021-05-24/2021-05-30
They came on June 2. They fought the following Sunday. | 2021-06-02 + 2021-06-06
They came in October 2019. They fought the next month. | 2019-10 + 2019-11
They came in October 2019. They fought the following month. | 2019-10 + 2019-11
They came in October 2019. They had fought the month before. | 2019-10 + 2019-09
They came in October 2019. Two months later they fought. | 2019-10 + 2019-12
They came in 2015. They fought the following year. | 2015 + 2016
They came in 2015. Two years later they fought. | 2015 + 2017
They came in 2015. They had fought a year earlier. | 2015 + 2014
They came in 2015. They fought later that year. | 2015 + 2015
They came in 2015. They fought in the same year. | 2015 + 2015
They came on June 2; talks were held later that month. | 2021-06-02 + 2021-06
They came in October 2019. They fought later that month. | 2019-10 + 2019-10
They came in March 2019. They left in May of that year. | 2019-03 + 2019-05
They came in March 2019. They left on June 3 of the same year. | 2019-03 + 2019-06-03
They came on December 15, 2020. They signed a truce on January 23. | 2020-12-15 + 2021-01-23
Two days after the dam broke, food is scarce, the agency said today. | 2021-06-20 + 2021-06-22
Barely three weeks after the dam broke, men stormed the mill on Sunday. | 2021-05-30~ + 2021-06-20
The crew has been missing since June 2; its boat was found five days later. | 2021-06-02/2021-06-22 + 2021-06-07
The road has been shut since Friday. A bridge fell that day. | 2021-06-18/2021-06-22 + 2021-06-18
Kings fell in 1997, 2000 and 2005. This one cut the price of oil on June 12. | 1997 + 2000 + 2005 + 2021-06-12
He came back in 1998. The dam was lost on June 8. | 1998 + 2021-06-08
He came back in 1998. The dam was lost on March 8. | 1998 + asks
He fled in 2001, and has been living in a tent since June 9. | 2001 + 2021-06-09/2021-06-22
It is only four days since the dam broke. | 2021-06-18
Elders had warned of it as early as 2015. | 2015
# since, by, until
They have held the dam since June 14. | 2021-06-14/2021-06-22
They have held the dam ever since June 14. | 2021-06-14/2021-06-22
They have held the dam since at least June 14. | 2021-06-14/2021-06-22
They have held the dam since late on June 14. | 2021-06-14/2021-06-22
They have held the dam since early Friday. | 2021-06-18/2021-06-22
They have held the dam since Friday night. | 2021-06-18/2021-06-22
They have held the dam since the early hours of Friday. | 2021-06-18/2021-06-22
They have held the dam since the night of June 14. | 2021-06-14/2021-06-22
They have held the dam since last Friday. | 2021-06-18/2021-06-22
They have held the dam since last week. | 2021-06-14/2021-06-22
They have held the dam since May. | 2021-05/2021-06-22
They have held the dam since late May. | 2021-05/2021-06-22
They have held the dam since the end of May. | 2021-05/2021-06-22
They have held the dam since last year. | 2020/2021-06-22
They have held the dam since 2019. | 2019/2021-06-22
They have held the dam since early 2019. | 2019/2021-06-22
They have held the dam since October 2019. | 2019-10/2021-06-22
They have held the dam since yesterday. | 2021-06-21/2021-06-22
They have held the dam since the weekend. | 2021-06-19/2021-06-22
Those at the dam are the only ones who have been there since Friday. | 2021-06-18/2021-06-22
It was the worst raid on the dam since 2019. | 2019
It rained for the first time since Friday. | 2021-06-18
They held the dam by June 14. | ../2021-06-14
They held the dam by Friday night. | ../2021-06-18
By the end of last year they held the dam. | ../2020-12-31
The shelves are full again; it feels like 2019. | 2019
Rain fell in the night to June 14. | 2021-06-13/2021-06-14
By the 14th they held the dam. | ../2021-06-14
They held the dam until June 14. | 2021-06-14
The gate was broken by the June 14 flood. | 2021-06-14
The towers were destroyed by the September 11 attacks. | 2001-09-11
# still to come
The market will stay closed from Wednesday to Friday. | →2021-06-23/2021-06-25
The council will meet on Friday. | →2021-06-25
The council is to meet on Friday. | →2021-06-25
The council meets on Friday. | →2021-06-25
The book, to be published in October, tells of the dam. | →2021-10
He said that whoever carried a gun from July 1 would be shot. | →2021-07-01
The vote is on Friday. | →2021-06-25
The council votes on it on Friday. | →2021-06-25
The report, which goes to the council on Friday, is short. | →2021-06-25
The elections follow on Friday. | →2021-06-25
A plane is promised for Friday. | →2021-06-25
The vote is planned for June 28. | →2021-06-28
The vote, slated for mid-July, was announced on June 14. | →2021-07 + 2021-06-14
He is expected in court on Friday. | →2021-06-25
The governor has ordered that the sacks be returned by Friday. | →../2021-06-25
The governor demanded that the dam be opened on Friday. | →2021-06-25
The mayor said the first boats were due on Wednesday. | →2021-06-23
He called off a trip that was to have begun on Wednesday. | →2021-06-23
Posters for the election on July 2 have been torn down. | →2021-07-02
The dam has become an issue before the election on July 2. | →2021-07-02
The council will meet tomorrow. | →2021-06-23
The council will meet the day after tomorrow. | →2021-06-24
The council will meet tomorrow night. | →2021-06-23
The council will meet next week. | →2021-06-28/2021-07-04
The council will meet later this week. | →2021-06-21/2021-06-27
The council will meet next Monday. | →2021-06-28
The council will meet next Friday. | asks
The council will meet next Wednesday. | →2021-06-30
The mayor is promised a road in October. | →2021-10
The mandate comes up in January. | →2022-01
The council will meet this Friday. | →2021-06-25
Men are predicting shelling over the weekend. | →2021-06-26/2021-06-27
They hope to mend the dam within the next week. | →2021-06-22/2021-06-29
We are expecting to have most of it mended by Friday. | asks
The council, to be inaugurated on Friday, has no seat yet. | →2021-06-25
They had planned on leaving on Sunday. | asks
They had planned on leaving on Sunday, but Monday's raid kept them. | asks + 2021-06-21
He left at the end of 2019 and will be sixty in July. | 2019 + →2021-07
The council will meet this weekend. | →2021-06-26/2021-06-27
The council will meet in July. | →2021-07
The council will meet early next month. | →2021-07
The council will meet in the first week of July. | →2021-07-01/2021-07-07
The council will meet at the end of the month. | →2021-06
The council will meet in two weeks' time. | →2021-07-06~
The council will meet two weeks from now. | →2021-07-06~
The council will meet a week from Friday. | →2021-07-02
The council will meet next year. | →2022
The council will meet in the next 48 hours. | →2021-06-22/2021-06-24
The men must leave by July 2. | →../2021-07-02
The men must leave before July 2. | →2021-07-02
The council was to meet on Sunday. | asks
He is to name a governor by the end of the week. | →../2021-06-27
The bishops have called for a march on Friday. | →2021-06-25
He has been told to mend the dam by Friday. | →../2021-06-25
The office has forecast rain from Friday evening. | →2021-06-25
Ballots are stored for the vote on the charter on July 2. | →2021-07-02
# no day at all
He told the Today programme that the dam was lost. |
The Black Friday sales were cancelled. |
The Friday Times reported the loss. |
She may march again. |
Some 2000 men held the dam. |
Some 1500-1700 rebels held the dam. |
In two days' time they had lost the dam. |
The dam was held as of 1630 GMT. |
They fought for three days. |
The dam is 1984 metres long. |
The June 5 Hospital was hit. |
Every Friday they prayed at the dam. |
On Fridays they prayed at the dam. |
He is 21 and a carpenter. |
The June quarter was dry. |
Resolution 2021 was adopted. |
# days of other weeks, years and names
The curfew was in force until Sunday morning. | 2021-06-20
The pass, closed until April, is open again. | asks
The day after Christmas the pipes froze. | asks
The Saturday after next they will vote. | →2021-07-03
On the tenth day of the strike the owners gave in. | asks
In 2019/20 there were 12 cases. | 2019/2020
On a Sunday in May 1968, he married. | 1968-05
He vanished the weekend of May 8 and 9. | 2021-05-08/2021-05-09
He vanished the weekend before. | asks
He vanished that weekend. | asks
March for Life set out in May from May Street. | 2021-05
The Friday Mosque was hit on Monday. | 2021-06-21
Juba Monitor wrote on Sunday of the Sunday Monitor. | 2021-06-20
Monday Okoro was freed on Friday. | 2021-06-18
If it rains on Friday, the march will be on Saturday. | →2021-06-25 + →2021-06-26
They should have come on Friday. | 2021-06-18
A man missing since the floods in May was found. | 2021-05
It is two weeks since the bomb on June 8. | 2021-06-08
In the first half of the year it was 20. | 2021-01/2021-06
The quarter finals were played in the third quarter of 2019. | 2019-07/2019-09
In the fiscal year 2019-20 it was 20. | 2019/2020
Fighting has gone on since Christmas. | 2020-12-25/2021-06-22
Since Christmas the road has been shut. | 2020-12-25/2021-06-22
The road was shut on All Saints’ Day. | 2020-11-01
The road was shut on Eid al-Fitr. | asks
The road was shut since before Easter. | asks
A week after they had signed, they were shooting. |
The night before the release they played cards. |
Two days before the vote a bomb fell. |
In the week ended June 13 it was 20. | 2021-06-07/2021-06-13
The strike began on 3 June and ended on 9 June. The next day the mine reopened. | 2021-06-03 + 2021-06-09 + 2021-06-10
Last May 30 died. This May it was 40. | asks + 2021-05
On Friday 30 died. By Sunday it was 40. The day after it was 50. | 2021-06-18 + ../2021-06-20 + 2021-06-21
On June 4, 30 died. By June 6 it was 40. The day after it was 50. | 2021-06-04 + ../2021-06-06 + 2021-06-07
The mine closed on June 4, 2015. On Friday, it reopened. | 2015-06-04 + asks
The mine closed on Friday, June 4. It reopened on Thursday. | 2021-06-04 + 2021-06-17
On the evening of 12 May the boats came. Two nights later, they came again. On the third night nobody came. | 2021-05-12 + 2021-05-14 + asks
On 12 May the boats came. On the 13th they came again. On the 1st, nobody had come. | 2021-05-12 + 2021-05-13 + asks
He arrived on the 12th. On the 30th he leaves. | 2021-06-12 + asks
He arrived on May 30. On the 2nd he left. | 2021-05-30 + asks
In a letter of 3 May 1943 she wrote that they had left the week before. | 1943-05-03 + 1943-04-26/1943-05-02
In a letter of 3 May 1943 she wrote that they would leave on Friday. | 1943-05-03 + asks
He promised in May to go next year. | 2021-05 + →2022
He promised last week to go on Friday. | 2021-06-14/2021-06-20 + asks
He had promised to go in May but stayed. | asks
# numbers and names
In 2000 villages there is no water. |
By 2010 hours the square was empty. |
Call 0800 2020 1999 or write to Box 1987. |
It rose to 2000 from 1500 in May. | 2021-05
Agenda 2063 was adopted in Addis Ababa. |
Resolution 1973 (2011) allowed it. |
Law No. 2004-17 was passed in 2004. | 2004
They march on; the march began in March. | 2021-03
The May Revolution is marked on 25 May. | 2021-05-25
April Jones, 34, and June Mbeki, 40, were freed in July. | 2020-07
On 10 or 11 June, he left. | asks
On June 10 or 11 he left. | 2021-06-10
The Tuesday Group met on Tuesday. | 2021-06-22
Bloody Sunday, in January 1972, was recalled on Sunday. | 1972-01 + 2021-06-20
On the 12th attempt it held. |
On the 12th a shell hit the 5th floor. | 2021-06-12
"""


def cases() -> list[tuple[str, str]]:
    rows = [line.split(" |") for line in TABLE.strip().split("\n") if not line.startswith("#")]
    return [(row[0].strip(), row[1].strip()) for row in rows]


@pytest.mark.parametrize(("text", "expected"), cases())
def test_every_way_to_say_a_day(text: str, expected: str) -> None:
    found = [
        ("→" if d.role == "plan" else "") + d.value if d.value else "asks"
        for d in find_dates([(1, text)], PUBLISHED)
    ]
    assert " + ".join(found) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DAMTOWN, June 21: Rebels took the dam last night.", ["2021-06-21", "2021-06-20"]),
        ("DAMTOWN, June 21 (Agency) - Rebels took the dam today.", ["2021-06-21", "2021-06-21"]),
        ("DAMTOWN, June 22 (Agency) - Rebels took the dam today.", ["2021-06-22"]),
        ("DAMTOWN, May 3 (Agency) - Rebels took the dam today.", ["2021-06-22"]),
    ],
)
def test_today_is_that_of_the_dateline(text: str, expected: list[str]) -> None:
    assert [d.value for d in find_dates([(1, text)], PUBLISHED)] == expected


def test_the_dateline_holds_for_the_paragraphs_below() -> None:
    paragraphs = [
        (1, "DAMTOWN, June 21: Rebels took the dam last night."),
        (2, "The mayor left yesterday. The gate has been shut since June 1."),
    ]
    found = [d.value for d in find_dates(paragraphs, PUBLISHED)]
    assert found == ["2021-06-21", "2021-06-20", "2021-06-20", "2021-06-01/2021-06-22"]


def test_a_day_of_january_in_december_asks() -> None:
    text = "He was willing to meet them on the sidelines of the January 4-6 summit."
    (mention,) = find_dates([(1, text)], date(2021, 12, 28))
    assert (mention.value, mention.candidates) == ("", ("2021-01-06", "2022-01-06"))


def test_a_weekday_right_after_a_day_of_weeks_ago_asks() -> None:
    paragraphs = [
        (1, "On the afternoon of Friday, May 28 they drove out to the dam."),
        (2, "The fight lasted until dusk and took up again on Saturday."),
        (3, "On Sunday the rebels took the town."),
        (4, "The mayor left on Thursday."),
    ]
    found = find_dates(paragraphs, PUBLISHED)
    assert [(d.value, d.candidates) for d in found] == [
        ("2021-05-28", ()),
        ("", ("2021-05-29", "2021-06-19")),
        ("", ("2021-05-30", "2021-06-20")),
        ("2021-06-17", ()),
    ]
