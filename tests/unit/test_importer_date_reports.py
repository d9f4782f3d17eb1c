"""What days come to in plain reports, as agencies, newspapers and relief organisations print them.

A line with `#` is the day of publication of those below it, `¶` parts paragraphs, `asks` is an expression that is
found and asked about, `→` a plan. All were labelled by hand before the rules first read them.
"""

from __future__ import annotations

import pytest

from tests.support.days import days_in, rows

TABLE = """
# 2015-03-14
The nurses were taken around twenty days ago. | 2015-02-22~
The nurses were taken about ten days ago. | 2015-03-04~
Some 20 days ago, the well ran dry. | 2015-02-22~
The nurses were taken roughly four days ago. | 2015-03-10~
The nurses were taken four days ago. | 2015-03-10
He was moved nearly three days ago. | 2015-03-11~
The feud has for the past five years set herders against farmers. | 2010/2015-03-14
In the past five years, 400 people have been killed there. | 2010/2015-03-14
Over the last three years the river has claimed nine villages. | 2012/2015-03-14
In the past year, twelve guards have been shot. | 2014/2015-03-14
Friday is the weekend there and the bazaar is full. |
On Friday, the weekend in the emirate, the beach was hit by shells. | 2015-03-13
One may well say that this year so far there has been a rise in thefts. | 2015
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
The teachers want a rest before resuming the strike on Monday, their union said. | →2015-03-16
The parties are preparing for Monday's talks. | →2015-03-16
The meeting had initially been scheduled for March 12. | →2015-03-12
The hearing had been scheduled for Thursday but the judge was ill. | asks
The vote was scheduled for February 20 but was put off. | →2015-02-20
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
February saw 30 raids, January only nine. | 2015-02
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
KABUL, August 27: Nine people drowned, the police said. | 2014-08-27
GAO, Aug. 26 — Nine people drowned on Monday, the police said. | 2014-08-26 + 2014-08-25
KABUL, August 28: Nine people drowned, the police said. |
Herat, 27 August 2014 – Nine people drowned on Monday. | 2014-08-27 + 2014-08-25
“This morning they shot again,” a shepherd said. |
“We buried three children today,” the imam told Radio Gao. |
“Last night they came again,” said Ali. |
“Today the market is open,” the mayor said. |
“They told us yesterday that nobody would come,” she said. |
The minister said on Tuesday: “Today we have won.” | 2014-08-26 + 2014-08-26
“We will be there tomorrow,” he said. |
# 2021-08-19
At least 14 people were killed when gunmen opened fire on a market in the northern town of Dori on Wednesday, a regional governor said. ¶ The assailants arrived on motorbikes in the late afternoon, witnesses told a reporter on Thursday. ¶ Attacks have surged since the start of the year, displacing more than 200,000 people. | 2021-08-18 + 2021-08-19 + 2021/2021-08-19
Rescue workers pulled three more bodies from the rubble of a collapsed apartment block in the port city, bringing the toll to 22, officials said Thursday. ¶ The building came down early on Monday after days of heavy rain. ¶ An inquiry will open next week, the mayor said. | 2021-08-19 + 2021-08-16 + →2021-08-23/2021-08-29
The central bank raised its key rate by two points on Tuesday, its third rise this year. ¶ Inflation reached 19 per cent in July, from 11 per cent a year earlier. | 2021-08-17 + 2021 + 2021-07 + 2020~
A court in the capital sentenced a former minister to eight years in prison on Tuesday for embezzling funds meant for a hospital. ¶ He was arrested in March 2019 and had pleaded not guilty. ¶ His lawyers said they would appeal by the end of the month. | 2021-08-17 + 2019-03 + →../2021-08-31
The United Nations says more than 18 million people need help in the country, up from 14 million last year. ¶ The agency has received only a third of the money it asked for in January. | 2020 + 2021-01
Police in Mombasa are looking for two men who robbed a jeweller on Saturday night. ¶ The suspects fled in a white van, which was found burned on Sunday morning near the ferry. | 2021-08-14 + 2021-08-15
Fighting between the army and rebels broke out on August 6 near the border and has spread to two districts. ¶ On August 11, the rebels took the town of Wadi, which the army retook three days later. ¶ More than 9,000 people have fled since then. | 2021-08-06 + 2021-08-11 + 2021-08-14
The president is due to address the nation on Friday evening, his office said. ¶ He last spoke in public on July 28, when he visited a vaccination centre. | →2021-08-20 + 2021-07-28
Two soldiers were wounded on Wednesday when their vehicle struck a roadside bomb, the defence ministry said in a statement. ¶ A day earlier, a similar blast killed a mine clearer in the same district. | 2021-08-18 + 2021-08-17
Nearly 40 migrants were rescued off the coast overnight, the coast guard said. ¶ So far this year, 26,000 people have made the crossing, against 11,000 in the same period of 2020. | 2021-08-18/2021-08-19 + 2021 + 2020
A 5.6-magnitude earthquake shook the south of the island at 3:14 a.m. on Thursday. There were no reports of damage. ¶ In 2010, a quake there killed 300 people. | 2021-08-19 + 2010
Health workers confirmed a second case of the virus on Monday, six days after the first. ¶ The last outbreak in the province ended in June 2020. | 2021-08-16 + 2021-08-10 + 2020-06
Lawmakers are to vote on the budget on August 31. ¶ The opposition walked out of Wednesday's sitting and called for fresh elections. | →2021-08-31 + 2021-08-18
The ceasefire signed in October 2020 has largely held, although each side accuses the other of shelling. ¶ On Tuesday, monitors counted 12 violations, compared with four on Monday. | 2020-10 + 2021-08-17 + 2021-08-16
Shops reopened on Thursday in the old city, two days after clashes left four people dead. ¶ A curfew remains in force until Sunday. | 2021-08-19 + 2021-08-17 + →2021-08-22
The aid group said it had suspended work in the camp after one of its nurses was killed on August 13. ¶ It has worked there since 2014. | 2021-08-13 + 2014/2021-08-19
# 2019-03-04
MAIDUGURI — Suspected insurgents attacked a military post on Saturday evening, killing seven soldiers, two security sources said on Sunday. ¶ The raid came a week after President Baru won a second term. ¶ The group has carried out several attacks on bases since July last year. | 2019-03-02 + 2019-03-03 + 2018-07/2019-03-04
A bus carrying pilgrims plunged into a ravine on Sunday in the west of the country, killing 23 people. ¶ Road accidents killed 2,900 people there in 2018, according to police figures. | 2019-03-03 + 2018
Thousands marched through the capital on Friday, the second such protest in as many weeks. ¶ Demonstrations began on February 22, after the president said he would run again. ¶ The vote is set for April 18. | 2019-03-01 + 2019-02-22 + →2019-04-18
The Election Commission on Monday published the final list of candidates. ¶ Campaigning starts on Thursday and ends on March 29. | 2019-03-04 + →2019-03-07 + →2019-03-29
A cyclone is expected to make landfall on Thursday night, forecasters said. ¶ Floods caused by heavy rain have killed 10 people in the district since Wednesday. | →2019-03-07 + 2019-02-27/2019-03-04
The head of the village council was shot dead outside his house on the night of February 27. ¶ No arrests have been made. Police said on Monday they were following several leads. | 2019-02-27 + 2019-03-04
Inspectors visited the mine on January 15 and ordered it to close by February 1, but work went on, the ministry said. ¶ The shaft caved in last Thursday. | 2019-01-15 + ../2019-02-01 + 2019-02-28
The two countries reopened the crossing on Friday for the first time in 17 years. ¶ It was closed in 2002 after an attack on the parliament. | 2019-03-01 + 2002
More than 100 civilians were killed in February, the lowest monthly figure since 2016, the monitoring group said. ¶ It recorded 180 deaths in January. | 2019-02 + 2016 + 2019-01
She was elected to the council in 2011 and became mayor four years later. ¶ She was re-elected in November with 61 per cent of the vote. | 2011 + 2015 + 2018-11
An explosion at a fireworks workshop killed six people on Saturday afternoon. It is the third accident of its kind in the state this year; in January, four workers died in a blast nearby. | 2019-03-02 + 2019 + 2019-01
The strike by bank staff, now in its fifth week, will continue until at least Friday, the union said. ¶ It began on January 31. | →2019-03-08 + 2019-01-31
Troops shot dead two infiltrators in the early hours of Monday, an army spokesman said. ¶ A search was under way. On Saturday, three civilians were wounded by shelling in the same sector. | 2019-03-04 + 2019-03-02
Government forces have been trying to retake the town since early January. ¶ Last week they captured two villages to the east of it. | 2019-01/2019-03-04 + 2019-02-25/2019-03-03
The commission, set up in 2015, handed in its report last month. ¶ It found that 400 people were tortured between 1982 and 1990. | 2015 + 2019-02 + 1982/1990
The murder trial was adjourned until March 19 after a witness failed to appear on Monday. | →2019-03-19 + 2019-03-04
# 2017-11-11
A roadside bomb killed a policeman and wounded two others on Friday night in the restive south, police said on Saturday. ¶ More than 6,500 people have been killed in the region since 2004. | 2017-11-10 + 2017-11-11 + 2004/2017-11-11
Heavy fighting was reported on Saturday around the border town, the last held by the group. ¶ The army declared victory there on Thursday, but the militants counterattacked on Friday. | 2017-11-11 + 2017-11-09 + 2017-11-10
The prime minister, who announced his resignation on November 4 in a televised speech, has not returned home. ¶ The president said he would not accept it until he came back. | 2017-11-04
Farmers blocked the highway for a second day on Saturday to demand higher prices for rice. ¶ They plan to march to the capital on Monday. | 2017-11-10/2017-11-11 + 2017-11-11 + →2017-11-13
Some 600,000 people have crossed the border since August 25, when insurgents attacked 30 police posts. ¶ In the past two weeks, about 2,000 a day arrived. | 2017-08-25/2017-11-11 + 2017-10-28/2017-11-11
Two men accused of killing a journalist in October 2016 will go on trial in January, prosecutors said Friday. | 2016-10 + →2018-01 + 2017-11-10
At least 18 people died when a ferry capsized on Wednesday in the lake, and 12 are still missing. ¶ Divers resumed the search on Saturday morning. | 2017-11-08 + 2017-11-11
Hospital staff said they had received 11 bodies since Thursday. ¶ “It has been quiet this morning,” a doctor said by telephone on Saturday. | 2017-11-09/2017-11-11 + 2017-11-11 + 2017-11-11
The budget for next year foresees 3 per cent growth. ¶ The economy grew by 2.1 per cent in 2016. | →2018 + 2016
Last year, the agency fed 1.2 million people. It expects to reach 2 million by the end of December. | 2016 + →../2017-12-31
The rebels released 21 hostages on Tuesday, a month after they had seized them on the road to the coast. | 2017-11-07
Thirteen years after the tsunami, some families still live in shelters, a survey published this week found. | 2017-11-06/2017-11-11
The mayor was killed on October 30 as he left church. ¶ He had received threats since the spring of 2016, his brother said on Wednesday. | 2017-10-30 + 2016/2017-11-11 + 2017-11-08
Power was cut in most of the city on Thursday evening and came back at dawn on Friday. The company blamed a fire at a substation. | 2017-11-09 + 2017-11-10
The group was founded in 2009 and split in 2015. ¶ In April this year it swore allegiance to another. | 2009 + 2015 + 2017-04
# 2015-06-09
HERAT: Three children were killed on Monday when a shell they had found went off, the district chief said. ¶ Two others were wounded. The district saw heavy fighting in May. | 2015-06-08 + 2015-05
The governor told reporters yesterday that 40 schools had been closed since last month because of threats. ¶ He promised they would reopen by next week. | 2015-06-08 + 2015-05/2015-06-09 + →2015-06-15/2015-06-21
Voters went to the polls on Sunday to elect a new parliament. ¶ Results are expected on Thursday. ¶ The ruling party has been in power since 2002. | 2015-06-07 + →2015-06-11 + 2002/2015-06-09
A suicide bomber killed ten people at a checkpoint on Tuesday morning. It was the first such attack in the city since February. | 2015-06-09 + 2015-02
The heat wave has killed more than 1,200 people since June 1, officials said on Monday. ¶ Rain is forecast for Saturday. | 2015-06-01/2015-06-09 + 2015-06-08 + →2015-06-13
Refugees have been arriving at a rate of 300 a day, the agency said, against 50 a day in March. | 2015-03
Two policemen have been suspended over the death of a trader in custody last Wednesday. ¶ The man had been picked up on May 31. | 2015-06-03 + 2015-05-31
The village has had no doctor since 2012, when the last one was kidnapped. ¶ A mobile team now visits once a month. | 2012/2015-06-09
In the first quarter of 2015, the commission documented 655 civilian deaths, 7 per cent fewer than in the same period of 2014. | 2015-01/2015-03 + 2014
The airport was to reopen on Monday after repairs to the runway, but the date has been pushed back to June 20. | asks + →2015-06-20
The soldier was captured in June 2009 and released last year in exchange for five prisoners. | 2009-06 + 2014
The army said it had killed 30 fighters in air strikes on Sunday and Monday. The claim could not be checked. | 2015-06-07 + 2015-06-08
Tens of thousands gathered on Saturday to mark the 26th anniversary of the crackdown of June 4, 1989. | 2015-06-06 + 1989-06-04
The talks, which began on Thursday in Doha, ended without result on Sunday night. ¶ A new round will be held after Ramadan, which begins next week. | 2015-06-04 + 2015-06-07 + →2015-06-15/2015-06-21
A landslide buried 12 houses in the village at around 4 a.m. on Friday. ¶ By Monday, eleven bodies had been found. | 2015-06-05 + ../2015-06-08
The ministry has trained 300 midwives over the past three years and plans to train 200 more by 2018. | 2012/2015-06-09 + →../2018
# 2024-02-21
Gangs set fire to a police station in the capital on Monday, residents said. ¶ At least 800 people were killed, injured or kidnapped in January, more than three times as many as in January 2023, the UN mission said. | 2024-02-19 + 2024-01 + 2023-01
The strike killed two paramedics on Tuesday night, the health ministry said on Wednesday. ¶ It says 29,000 people have been killed since October 7. | 2024-02-20 + 2024-02-21 + 2023-10-07/2024-02-21
Russian forces captured the town on Saturday after months of fighting. ¶ It was the biggest gain since May, when they took another city. | 2024-02-17 + 2023-05
The foreign minister will travel to Brussels on Thursday, a spokeswoman told reporters on Tuesday. | →2024-02-22 + 2024-02-20
Farmers will resume their march to Delhi on Wednesday after rejecting an offer made on Sunday, their leaders said. ¶ They were stopped by tear gas on February 13. | →2024-02-21 + 2024-02-18 + 2024-02-13
Senegal's Constitutional Council ruled last Thursday that putting off the vote was unlawful. ¶ The election had been due on February 25. | 2024-02-15 + →2024-02-25
The WHO said on Tuesday that it had delivered 40 tonnes of medicine since the beginning of February. ¶ Cholera was first reported there in September last year. | 2024-02-20 + 2024-02/2024-02-21 + 2023-09
She disappeared on the evening of 12 January after leaving work. Her body was found ten days later in a canal. ¶ Two men appeared in court on Friday. | 2024-01-12 + 2024-01-22 + 2024-02-16
The number of attacks fell by a fifth in 2023, to 410, from 512 the year before. | 2023 + 2022
Three climbers who went missing on Sunday were found alive on Tuesday. The weather had been bad since Saturday. | 2024-02-18 + 2024-02-20 + 2024-02-17/2024-02-21
Prices have doubled in the last six months, traders said. A sack of flour that cost 40 pounds in August now costs 85. | 2023-08/2024-02-21 + 2023-08
The party's congress opens on Friday. The leader, who took over in 2019, is expected to step down. | →2024-02-23 + 2019
Wildfires that started on February 2 have killed 131 people and destroyed 6,000 homes. ¶ It is the country's worst disaster since the 2010 earthquake. | 2024-02-02 + 2010
The minister resigned on Wednesday, a day after a newspaper published the recordings. He had held the post for two years. | 2024-02-21 + 2024-02-20
# 2012-09-30
A suicide attack on a foot patrol killed at least 14 people on Monday in the eastern city of Khost. | 2012-09-24
Rebels and troops fought for a third day on Saturday in the old market, where fire destroyed hundreds of shops. ¶ “Everything burned in the night,” one trader said. | 2012-09-27/2012-09-29 + 2012-09-29
The UN Security Council is to discuss the crisis on Wednesday. A regional bloc asked for a force on September 23. | →2012-10-03 + 2012-09-23
Islamists who seized the north in April have cut off the hands of five men since the middle of the month, residents said. | 2012-04 + 2012-09/2012-09-30
The soldier killed on Saturday was the 2,000th American to die in the war, which began in October 2001. | 2012-09-29 + 2001-10
At the end of August, the river rose to its highest level in 50 years; since then the water has gone down by two metres. | 2012-08
A ferry sank on Thursday with 80 people aboard. By Saturday evening, 61 had been rescued and nine bodies recovered. | 2012-09-27 + ../2012-09-29
Kenyan troops landed in Kismayo on Friday and met little resistance. The militants said on Saturday that they had pulled out overnight. | 2012-09-28 + 2012-09-29 + 2012-09-28/2012-09-29
The union suspended its six-week strike on Friday. Work at the mine will resume on Monday. | 2012-09-28 + →2012-10-01
He was mayor from 1998 to 2004 and entered parliament in 2008. | 1998/2004 + 2008
The airline will fly twice a week from November 1. It stopped flights to the city in March 2011. | →2012-11-01 + 2011-03
The militia attacked the village before dawn on September 21, burning 40 houses. ¶ The same day, another group ambushed a lorry 10 km away. | 2012-09-21 + 2012-09-21
In late July the government sent 500 extra police to the delta. On 22 August, 52 people were hacked to death there, and on 10 September another 38. | 2012-07 + 2012-08-22 + 2012-09-10
It has not rained in the valley since early May. Last year's harvest was half that of 2010. | 2012-05/2012-09-30 + 2011 + 2010
The two governments signed nine agreements on Thursday in Addis Ababa. Oil should flow again by the end of the year. | 2012-09-27 + →../2012-12-31
Sunday's blast was the second in a month outside a church in the city. On August 12, two guards were killed. | 2012-09-30 + 2012-08-12
# 2008-04-25
KARACHI, April 24: Four people were injured on Thursday when a gas cylinder exploded in a tea shop. ¶ The police registered a case against the owner. | 2008-04-24 + 2008-04-24
The elections, held on March 29, have yet to produce an official result. ¶ A partial recount that began last Saturday was to finish by Monday. | 2008-03-29 + 2008-04-19 + asks
Rice has risen from $380 a tonne in January to more than $1,000 this week. | 2008-01 + 2008-04-21/2008-04-25
Sixteen soldiers were killed when rebels overran the camp on Wednesday, the army admitted on Friday. It had first denied any losses. | 2008-04-23 + 2008-04-25
The pipeline, blown up on Monday, should be working again within ten days, the company said. | 2008-04-21
A year ago, the same bridge was destroyed by a lorry bomb. It was rebuilt in November. | 2007~ + 2007-11
The truce, the third since 2006, came into force at 6 a.m. on Thursday. ¶ Four hours later a mortar shell hit the market. | 2006/2008-04-25 + 2008-04-24
Security in the city has improved since the autumn, according to the general; bombings fell by 60 per cent between September and March. | asks + 2007-09/2008-03
The convoy left on April 10 and reached the camp six days later. The next one is expected in mid-May. | 2008-04-10 + 2008-04-16 + →2008-05
The trial of five former guards opens on Monday. They are accused of the deaths of 30 prisoners in December 2001. | →2008-04-28 + 2001-12
Nepal's Maoists won 220 seats in the April 10 vote. The assembly must meet by May 20 or so, officials said this week. | 2008-04-10 + →../2008-05-20 + 2008-04-21/2008-04-25
Two tourists kidnapped on February 22 in southern Tunisia are being held in the desert. A deadline set by the captors expired on April 6. | 2008-02-22 + 2008-04-06
The president arrived on Wednesday for a three-day visit and will leave on Saturday. It is his first trip abroad since his election last November. | 2008-04-23 + →2008-04-26 + 2007-11
On Tuesday night a grenade was thrown at a bar in the Kinama quarter, killing two. Last Thursday, rebels had shelled the capital for the first time in a year. | 2008-04-22 + asks
The dam burst at 2 a.m. on April 19, a Saturday. By the evening the water had reached the railway. | 2008-04-19
Drought has cost the country a third of its cattle since 2005; the rains are due in October. | 2005/2008-04-25 + →2008-10
# 2022-07-18
Situation report no. 14, covering 11 to 17 July. ¶ Humanitarian partners reached 42,000 people during the reporting period. ¶ On 13 July, a convoy of 18 trucks arrived from the port. ¶ Distribution will continue until 31 July. | 2022-07-11/2022-07-17 + 2022-07-13 + →2022-07-31
As of 15 July, 312 cases had been reported, of which 18 were fatal. The first case was detected on 2 June. | 2022-07-15 + 2022-06-02
Shelling was reported daily between 8 and 14 July in the northern districts. ¶ On the night of 15 July a school was hit. | 2022-07-08/2022-07-14 + 2022-07-15
About 70 people were killed in clashes between rival farming communities last week, the state's minister of health said on Sunday. ¶ A curfew was imposed on Friday. | 2022-07-11/2022-07-17 + 2022-07-17 + 2022-07-15
Protesters who stormed the president's house on July 9 handed it back on Thursday. ¶ Parliament will elect a new president on Wednesday. | 2022-07-09 + 2022-07-14 + →2022-07-20
The river reached 12.4 metres on Sunday, its highest since 1974. Evacuations began on Friday in two towns. | 2022-07-17 + 1974 + 2022-07-15
The clinic was built in 2018 with Japanese money. It has been closed since fighting broke out in the area in November 2020. | 2018 + 2020-11
A journalist was detained on Saturday, released the same evening and detained again on Sunday. | 2022-07-16 + 2022-07-16 + 2022-07-17
The army said it intercepted two drones on Sunday night. Another was shot down in the early hours of Monday. | 2022-07-17 + 2022-07-18
By mid-July, only 4 per cent of the population had been vaccinated. The campaign will be extended to rural areas next month. | ../2022-07 + →2022-08
The boy, 9, had been missing since Tuesday. His body was found in a well on Saturday. | 2022-07-12/2022-07-18 + 2022-07-16
Two gunmen on a motorcycle killed a teacher on June 30 as she walked home. It was the fourth killing of a teacher there in the last 12 months. | 2022-06-30 + 2021-07/2022-07-18
The former president, who ruled from 2006 to 2015, is to be tried in September. He has lived abroad since his fall. | 2006/2015 + →2022-09
The bank stopped paying out dollars two weeks ago. On Monday a queue of 200 people stood in front of it. | 2022-07-04~ + 2022-07-18
Grain worth $90m was sold in the first half of the year. The ministry hopes for $200m by December. | 2022-01/2022-06 + →../2022-12
# 2010-12-15
A bomb hidden in a motorcycle went off near a bank in Kandahar today, killing one person, the police chief said. ¶ Yesterday, two deminers were abducted north of the city. | 2010-12-15 + 2010-12-14
A total of 690 foreign soldiers have died there this year, compared with 521 in 2009. | 2010 + 2009
Both candidates claimed victory in the run-off of November 28. The African Union gave the outgoing president until Sunday to leave. | 2010-11-28 + asks
Cholera has killed more than 2,300 people since October. ¶ The first cases were found along the Artibonite river in the third week of that month. | 2010-10/2010-12-15 + 2010-10-15/2010-10-21
The floods of July and August destroyed 1.7 million houses. Four months on, many families still live in tents. | 2010-07 + 2010-08
An appeals court on Monday upheld the sentence of three men convicted of the bombing, which killed 202 people in October 2002. | 2010-12-13 + 2002-10
The Coast Guard called off its search on Sunday for 22 fishermen whose trawler went down the previous Monday. | 2010-12-12 + 2010-12-06
Tuesday's attack was claimed by a group that has vowed to disrupt the mourning processions, which reach their height on Friday. | 2010-12-14 + →2010-12-17
The convict escaped from the prison on the night of December 8 to 9. He was caught on Tuesday in a village 40 km away. | 2010-12-08/2010-12-09 + 2010-12-14
Three years after he was elected, the mayor has not opened a single new well. The next vote is in May 2011. | →2011-05
The first snow fell on Monday and by Tuesday night the pass was closed. It is expected to stay shut until March. | 2010-12-13 + ../2010-12-14 + →2011-03
He came to power in a coup in December 2008. A year later he was shot by his aide and flown abroad. | 2008-12 + 2009~
The paper's editor has been in jail since January 2. His appeal will be heard on January 10. | 2010-01-02/2010-12-15 + →2011-01-10
Some 120,000 people live in the camps, which were set up in 1991. In the past month alone, 9,000 more arrived. | 1991 + 2010-11/2010-12-15
The two Koreas exchanged fire on November 23. Seoul will hold a live-fire exercise between Saturday and Tuesday, the military said. | 2010-11-23 + →2010-12-18/2010-12-21
# 2014-09-02
Unidentified gunmen killed two tribal elders in the Ghormach district late on Monday evening, the district chief said. ¶ The elders were on their way home from a meeting when they came under fire. ¶ It is worth mentioning that four elders were killed in the district during the past one month. | 2014-09-01 + 2014-08/2014-09-02
A number of students staged a protest in front of the university on Tuesday, demanding the release of a lecturer who was arrested three days ago. ¶ The lecturer was taken from his house last Saturday, they said. | 2014-09-02 + 2014-08-30 + 2014-08-30
At least nine Taliban were killed and five others injured during an operation in the past 24 hours, the interior ministry said in a statement on Tuesday. | 2014-09-01/2014-09-02 + 2014-09-02
The audit of all votes cast in the June 14 run-off is almost complete, the commission's spokesman said. ¶ The final result is expected to be announced by next Wednesday. ¶ Inauguration, originally due on August 2, was delayed to August 25 and then again. | 2014-06-14 + →../2014-09-10 + →2014-08-02 + 2014-08-25
He said the road, which was paved in 2007 by an Indian company, had not been repaired ever since. | 2007
Two women were among five people wounded when a rocket hit a house on the first day of the week in the village of Sabzak. |
According to figures of the directorate, 14,000 acres of land were sown with poppies this year, against 9,000 last year. The campaign to destroy them was to start in March but began only in late April. | 2014 + 2013 + asks + 2014-04
The workers said they had not been paid for the last four months and would stop work from Thursday. | 2014-05/2014-09-02 + →2014-09-04
The 45-day-old baby died on the way to the hospital last night, his father said. | 2014-09-01
The bridge had been washed away in the spring and the villagers have had to cross the river by boat since then. |
A delegation left Kabul for Doha on August 31 and is scheduled to return on Friday. | 2014-08-31 + →2014-09-05
In a separate incident the same day, a police vehicle was hit by a mine in Nad Ali. Another blast on Monday wounded two children. | asks + 2014-09-01
“In 2010 we had 30 teachers here. Today we have four,” the headmaster said. | 2010
# 2012-06-25
GARISSA, Kenya: Police have arrested a man in connection with the grenade attack on a bar in Mombasa on Sunday night that left one person dead and scores injured. ¶ The attack came a day after the US embassy warned of an imminent attack on the coastal city. ¶ Kenya has suffered a series of blasts since it sent troops to Somalia in October last year. | 2012-06-24 + 2012-06-23 + 2011-10
Speaking to journalists in his office yesterday, the county commissioner said two people were still being held. He asked residents to hand in illegal arms before July 15. | 2012-06-24 + →2012-07-15
The two were arrested last week on Tuesday at a roadblock and arraigned in court on Thursday. The case will be mentioned on July 9. | 2012-06-19 + 2012-06-21 + →2012-07-09
Residents said the clashes erupted on Friday evening at about 7pm after a herder's goats were stolen and continued until Sunday morning. | 2012-06-22 + 2012-06-24
In March and April, over 80 people died in cattle raids in the county. The government has promised a police post by the end of June. | 2012-03/2012-04 + →../2012-06-30
The MP, who was elected in 2007 on the ticket of another party, died in a helicopter crash on June 10 together with the minister. A by-election will be held within 90 days. | 2007 + 2012-06-10
Last Wednesday's robbery brought to five the number of such incidents since January this year. | 2012-06-20 + 2012-01/2012-06-25
At least 17 hippos have died in the lake since the start of the month. Wildlife officers collected samples on Saturday; results are due in two weeks. | 2012-06/2012-06-25 + 2012-06-23
The commission wants the polls held on March 4 next year. An earlier one was rejected by the court in January. | →2013-03-04 + 2012-01
The county recorded 1,204 cases of measles in the first five months of this year, up from 310 over the same period in 2011. | 2012-01/2012-05 + 2011
A middle-aged man was lynched on Saturday afternoon in Kisii, while another was rescued by police early yesterday. | 2012-06-23 + 2012-06-24
The strike notice expires at midnight tomorrow. Doctors downed their tools for ten days in December. | →2012-06-26 + 2011-12
She fled Mogadishu in 1991 and has been in Dadaab ever since. Her youngest son was born there in 2003. | 1991 + 2003
Al Shabaab lost Afmadow on May 31 and is expected to be driven from Kismayo before August, when the mandate of the transitional government ends. | 2012-05-31 + →2012-08
# 2020-11-06
The army said on Friday it had taken the airport of Humera, two days after the prime minister ordered an offensive. ¶ Communications with the region have been down since early Wednesday. ¶ Tigray held its own election in September in defiance of the federal government. | 2020-11-06 + 2020-11-04 + 2020-11-04/2020-11-06 + 2020-09
Gunmen killed at least 32 people in western Ethiopia on Sunday, Amnesty International said on Monday. In October, the region's president said that 16 people had been killed in two weeks. | 2020-11-01 + 2020-11-02 + 2020-10
A typhoon that hit the Philippines on Sunday killed at least 20 people. Another, Atsani, is forecast to pass the north of Luzon late on Friday or early on Saturday. | 2020-11-01 + →2020-11-06 + →2020-11-07
Voting ended on Tuesday but counting went on for a third day on Thursday in four states. | 2020-11-03 + 2020-11-03/2020-11-05 + 2020-11-05
The health ministry reported 5,200 new cases on Thursday, the highest daily figure since the pandemic began in March. Schools will close from November 9 until the end of the month. | 2020-11-05 + 2020-03 + →2020-11-09 + →2020-11
The two sides agreed on a ceasefire on October 26, the third in a month; it was broken within minutes. More than 1,000 people have died since fighting erupted on September 27. | 2020-10-26 + 2020-09-27
Islamist militants beheaded more than 20 men and boys in the village of Muatide between Friday and Sunday, police said on Thursday. | 2020-10-30/2020-11-01 + 2020-11-05
The opposition leader was arrested on Tuesday night, two days after the vote, and charged on Friday with terrorism. President Ouattara won 94 per cent on October 31. | 2020-11-03 + 2020-11-01 + 2020-11-06 + 2020-10-31
Hurricane Eta, which made landfall on Tuesday as a category 4 storm, weakened to a depression on Wednesday night. The rains are not expected to let up before Saturday. | 2020-11-03 + 2020-11-04 + →2020-11-07
On 2 November four people were killed in an attack in central Vienna. The gunman had been released from jail in December 2019. The funeral of one victim will be held on Friday. | 2020-11-02 + 2019-12 + →2020-11-06
About 140 migrants drowned off Senegal in the last week of October, the IOM said. In the first ten months of the year 11,000 reached the Canary Islands, compared with 2,557 during the same period last year. | 2020-10-25/2020-10-31 + 2020-01/2020-10 + 2019
The mine was closed in April because of the virus and partially reopened on 1 July. It was fully working again by mid-September. | 2020-04 + 2020-07-01 + ../2020-09
# 2016-02-29
A cessation of hostilities that took effect at midnight on Friday appeared to hold for a third day on Monday, despite reports of shelling in Hama. ¶ The UN plans to deliver aid to 154,000 people over the next five days. ¶ Peace talks are set to resume on March 7. | 2016-02-26 + 2016-02-27/2016-02-29 + 2016-02-29 + →2016-02-29/2016-03-05 + →2016-03-07
The death toll from Sunday's twin blasts in a Shia district of the capital rose to 70 on Monday, police said. The same day, a suicide bomber killed 24 people at a funeral in Diyala. | 2016-02-28 + 2016-02-29 + 2016-02-29
Farmers' suicides in the state rose to 3,228 last year, the highest since 2001. In January alone, 124 took their lives. | 2015 + 2001 + 2016-01
The Union Budget was presented on Monday. The railway budget had been presented last Thursday. | 2016-02-29 + 2016-02-25
The accused, who was out on bail since November 2014, failed to appear before the court on February 22. The next hearing is on March 14. | 2014-11/2016-02-29 + 2016-02-22 + →2016-03-14
Polling for the first phase will take place on April 4. The term of the present assembly ends on May 29. | →2016-04-04 + →2016-05-29
A leopard was found dead near Sariska on Friday morning, the second in three weeks. On February 8, a male was run over by a train. | 2016-02-26 + 2016-02-08
Macedonian police fired tear gas at migrants on Monday. Some 7,000 people are stuck on the Greek side, where the border was shut last week to all but Syrians and Iraqis. | 2016-02-29 + 2016-02-22/2016-02-28
Villagers in the north have been without power since a storm on Wednesday night; engineers hope to restore it by Tuesday evening. | 2016-02-24 + →../2016-03-01
The president dissolved the assembly in June 2012, five months after it was elected, when a court found the law faulty. | 2012-06
Elections in the breakaway region, put off twice since 2015, are now expected in the spring of 2017. | 2015/2016-02-29 + →2017
# 2018-07-22
A suicide bomber blew himself up near the entrance of Kabul airport on Sunday as supporters were leaving after greeting the vice-president, who had been in exile since May last year. Fourteen people were killed. ¶ Hours earlier, a blast was heard in the west of the city. | 2018-07-22 + 2017-05/2018-07-22
Israel began strikes early on Saturday after a soldier was killed on Friday, the first since the war of 2014. A truce brokered by Egypt took effect at midnight. | 2018-07-21 + 2018-07-20 + 2014
The 12 boys were discharged on Wednesday, a week ahead of schedule. They had been trapped in the cave from June 23 until July 10. | 2018-07-18 + 2018-06-23/2018-07-10
The Syrian army on Thursday raised its flag in Quneitra for the first time since 2014. Some 2,800 fighters and relatives left by bus on Friday night and a second group was due to leave on Sunday. | 2018-07-19 + 2014 + 2018-07-20 + →2018-07-22
The election was annulled in September 2017 and repeated on 26 October amid a boycott. In March this year the two leaders shook hands. | 2017-09 + 2017-10-26 + 2018-03
The peace deal that ended the two-decade state of war was signed on 9 July; embassy in Asmara reopened on Monday. Ethiopian Airlines made its first flight since 1998 on Wednesday. | 2018-07-09 + 2018-07-16 + 1998 + 2018-07-18
On Saturday night gunmen killed 15 people in a village of Zamfara, taking to more than 200 the number of those killed in the state this year. Soldiers will be sent there next week, the governor said. | 2018-07-21 + 2018 + →2018-07-23/2018-07-29
The outbreak, declared on May 8, will be over on Tuesday if no new case is found. The last patient left hospital on June 12. | 2018-05-08 + →2018-07-24 + 2018-06-12
Thirty years after the war ended, the mines are still there: 12 people were hurt in 2016, nine in 2017 and four up to the end of June this year. | 2016 + 2017 + 2018-06
The heat reached 41.1 degrees on Monday in Kumagaya, the highest ever. Heat has killed at least 77 people since July 9, officials said on Tuesday. | 2018-07-16 + 2018-07-09/2018-07-22 + 2018-07-17
Nicaragua marked the 39th anniversary of its revolution on Thursday. Nearly 300 people have died in protests since mid-April. On Tuesday police retook Monimbó. | 2018-07-19 + 2018-04/2018-07-22 + 2018-07-17
# 2001-11-28
MAZAR-I-SHARIF: The revolt in the fort of Qala-i-Jangi was put down yesterday after three days of fighting. It had begun on Sunday, when prisoners overpowered their guards. | 2001-11-27 + 2001-11-25
Talks among four Afghan factions opened near Bonn on Tuesday and are expected to last until the weekend. An earlier meeting, in Rome in 1999, came to nothing. | 2001-11-27 + →2001-12-01/2001-12-02 + 1999
Kunduz fell on Monday after a siege of nearly two weeks. The last Taliban there had promised to surrender on Saturday. | 2001-11-26 + asks
The aid convoy, the first since September 12, reached Herat from Turkmenabat at the weekend. Before the war, 400 lorries a month came this way. | 2001-09-12 + 2001-11-24/2001-11-25
Since October 7, when the bombing started, the ICRC's warehouses in Kabul have been hit twice, on the 16th and on the 26th. | 2001-10-07/2001-11-28 + asks + asks
A Swedish cameraman was shot dead by robbers in Taloqan early on Tuesday, the eighth journalist to be killed in just over two weeks. Four were ambushed on the road to Kabul on November 19. | 2001-11-27 + 2001-11-19
The fast ends on December 16 or 17, depending on the moon. During Ramadan last year a lull was agreed. | asks + 2000
The king left Kabul in July 1973 for a cure in Italy and never came back. He turned 87 last month. | 1973-07 + 2001-10
# 2011-04-30
Tornadoes tore through six southern states on Wednesday, killing at least 340 people in the deadliest outbreak since March 1932. President Obama toured the ruins on Friday. | 2011-04-27 + 1932-03 + 2011-04-29
Syrian troops shot dead four people on Saturday as they stormed a mosque in Deraa, a day after 62 people died in protests. The siege of the town began on Monday. The unrest broke out on March 15. | 2011-04-30 + 2011-04-29 + 2011-04-25 + 2011-03-15
Shells hit the port of Misrata on Friday night for the second time this week. A ship with 800 evacuees is to sail on Sunday. | 2011-04-29 + 2011-04-25/2011-04-30 + →2011-05-01
A bomb ripped through a cafe in Marrakesh on Thursday, killing 16 people. It was the worst attack in the country since 2003, when 45 people died in Casablanca. | 2011-04-28 + 2003
The Taliban on Saturday announced the start of their spring offensive, which they said would begin on May 1. Last weekend 488 prisoners escaped from Kandahar jail through a tunnel. | 2011-04-30 + →2011-05-01 + 2011-04-23/2011-04-24
The governorship polls in Kaduna and Bauchi, which could not be held on Tuesday with the others, took place on Thursday. More than 500 people died in riots after the presidential vote of April 16. | 2011-04-26 + 2011-04-28 + 2011-04-16
The pope will be beatified on Sunday, six years after his death. He was shot in St Peter's Square in May 1981 and survived. | →2011-05-01 + 1981-05
Thai and Cambodian troops exchanged fire for a ninth day on Saturday despite a truce agreed on Thursday. The two armies last fought in February. | 2011-04-22/2011-04-30 + 2011-04-30 + 2011-04-28 + 2011-02
Kyrgyzstan has been calm since the June 2010 clashes. A report on them is to be published on Tuesday; it was shown to the government in February. | 2010-06/2011-04-30 + →2011-05-03 + 2011-02
# 2010-07-09
JALALABAD – Two NATO soldiers were killed in separate bomb attacks in the south on Thursday, the alliance said. ¶ It did not give their nationalities. ¶ June was the deadliest month for foreign troops since the war began: 102 died, according to a count by an independent website. ¶ On Wednesday, an air strike in Ghazni killed six Afghan soldiers by mistake. The defence ministry condemned it the next day. | 2010-07-08 + 2010-06 + 2010-07-07 + 2010-07-08
The governor survived an attack on his convoy in April, the second in as many months. ¶ His predecessor was killed by a suicide bomber in September 2006. ¶ “We will hold elections in September, whatever happens,” he said in an interview on Sunday. | 2010-04 + 2006-09 + →2010-09 + 2010-07-04
Kyrgyz officials say 309 people died in the violence that began on June 10; the real number may be ten times higher. ¶ A referendum went ahead on June 27. Roza Otun was sworn in on Saturday and will serve until the end of 2011. | 2010-06-10 + 2010-06-27 + 2010-07-03 + →2011
Twin suicide attacks outside a government office in the Mohmand area killed 65 people on Friday, officials said. ¶ The blasts went off within seconds of each other at about 10 a.m. ¶ Last week a similar attack on a shrine in Lahore left 42 dead. Authorities have blamed the same group for both. | 2010-07-09 + 2010-06-28/2010-07-04
The oil has been leaking since the rig exploded on April 20. ¶ A new cap is to be fitted over the weekend, and two relief wells should be ready by mid-August. | 2010-04-20 + →2010-07-10/2010-07-11 + →../2010-08
Flooding in Gansu killed 11 people last night. In the three weeks to July 5, 266 people died in eight provinces. | 2010-07-08 + 2010-06-15/2010-07-05
He has spent 21 of the last 33 years in jail. He was due to be freed in March but the sentence was extended to 2013. | 1977/2010-07-09 + asks + →2013
The council voted on Tuesday, June 29, to ban the sale of kerosene from August 1. The ban was first proposed in 2008. | 2010-06-29 + →2010-08-01 + 2008
The clashes in Sinai followed the arrest, a week earlier, of a smuggler. Two police stations were burned on Thursday night and a third in the early hours of Friday. | asks + 2010-07-08 + 2010-07-09
Kampala hosts the African Union's summit later this month. Security has been stepped up since a warning in May. | →2010-07 + 2010-05
# 2023-05-02
Sudan's warring parties agreed on Tuesday to a seven-day truce from May 4, South Sudan's foreign ministry said. ¶ Previous ceasefires were broken within hours. ¶ The conflict erupted on April 15. On the eve of the fighting, the two generals had still been talking. ¶ A UN envoy said on Monday the two would send representatives for talks. | 2023-05-02 + →2023-05-04 + 2023-04-15 + 2023-05-01
Residents of Khartoum said strikes hit the north of the city overnight and on Tuesday morning. ¶ “We haven't had water since the first day,” Hind Saleh said. She left for Madani on 24 April with her three sons and reached it two days later. | 2023-05-01/2023-05-02 + 2023-05-02 + 2023-04-24 + 2023-04-26
A Russian missile attack killed two and wounded 40 in Pavlohrad early on Monday. It was the second large strike in three days; on Friday, 23 people were killed in Uman. ¶ Kyiv says its counteroffensive, expected since the winter, is nearly ready. | 2023-05-01 + 2023-04-28 + asks
The writers' union called a strike from Tuesday, its first in 15 years. The last one, which began in November 2007, went on for 100 days. | 2023-05-02 + 2007-11
Paraguay's ruling party won Sunday's election. The new president takes office on August 15. | 2023-04-30 + →2023-08-15
At least eight herders were killed in an ambush on Saturday in Mangu. In retaliation a village was burned on Sunday night. The local government imposed a curfew from 4 pm on Monday. | 2023-04-29 + 2023-04-30 + 2023-05-01
It took rescuers two days to find the last of the eight miners trapped on 28 April. By then it was too late. | 2023-04-28
A year after the siege of the steelworks ended, some 1,900 of its defenders remain in Russian hands. The last exchange, on 10 April, freed 100 Ukrainians. | 2023-04-10
Turkey votes on May 14. Polls put the opposition ahead for the first time since 2002, but the president's party has gained in the last two weeks. | →2023-05-14 + 2002 + 2023-04-18/2023-05-02
Heavy rain since Monday has set off landslides in Rwanda's west. Forecasters expect it to go on through Thursday. | 2023-05-01/2023-05-02 + →2023-05-04
# 2007-09-13
Nineteen Korean hostages flew home on September 2 after six weeks in captivity. Two men in the group had been shot in late July. | 2007-09-02 + 2007-07
A suicide bomber on a motorised rickshaw killed 28 people in the market of Gereshk on Monday evening. The toll was first given as 17. On Tuesday two more of the injured died. | 2007-09-10 + 2007-09-11
The general told Congress this week that 30,000 troops could leave by next summer. He will report again in March. | 2007-09-10/2007-09-13 + asks + →2008-03
Three powerful earthquakes in 24 hours hit Sumatra, the strongest, of 8.4, on Wednesday evening. A tsunami warning was lifted on Thursday. In December 2004, 168,000 died in Aceh. | 2007-09-12 + 2007-09-13 + 2004-12
The prime minister announced his resignation on Wednesday, three days into the session of parliament. His party lost the upper house in July. A successor will be chosen on September 23. | 2007-09-12 + 2007-07 + →2007-09-23
An Antonov with 70 on board went missing on its way to Kananga on Thursday last week. It was found burned out on Sunday. | 2007-09-06 + 2007-09-09
The former premier was put on a plane to Jeddah four hours after he landed on Monday. He had spent seven years abroad. The court had ruled on August 23 that he was free to return. | 2007-09-10 + 2007-08-23
Ramadan began on Thursday in most of the Middle East. In Gaza, rockets fell for a third straight day; on Tuesday one wounded 69 recruits at a base. | 2007-09-13 + 2007-09-11/2007-09-13 + 2007-09-11
Sierra Leone's run-off was held on Saturday. With 76 per cent counted by Wednesday, the opposition was ahead. The first round, on August 11, was peaceful. | 2007-09-08 + ../2007-09-12 + 2007-08-11
Four UN staff were abducted near Zalingei on 5 September and let go the following day. It was at least the ninth case this year. | 2007-09-05 + 2007-09-06 + 2007
The dam on the Kosi was opened on Friday night. By Sunday morning, 200 villages stood under water, some of them for the second time since July. | 2007-09-07 + ../2007-09-09 + 2007-07/2007-09-13
# 2021-12-13
More than 30 tornadoes hit six states late on Friday and early on Saturday, killing at least 74 people in Kentucky. ¶ The governor said on Monday that 109 were still unaccounted for. ¶ “This is the worst day of our history,” he had said on Saturday. ¶ President Bode will visit on Wednesday. | 2021-12-10 + 2021-12-11 + 2021-12-13 + 2021-12-11 + →2021-12-15
Malawi recorded two cases of polio this autumn, the first since 1992. A campaign will begin in the new year. | asks + 1992
In Myanmar, soldiers burned 11 people alive in the village of Don Taw on 7 December, residents say. ¶ A nationwide silent strike emptied the streets on Friday. ¶ The army took power on 1 February and has promised elections by August 2023. | 2021-12-07 + 2021-12-10 + 2021-02-01 + →../2023-08
Gambians voted on 4 December. The loser went to the Supreme Court on Tuesday; it has until 28 December to rule. | 2021-12-04 + 2021-12-07 + →2021-12-28
The camp at Bruzgi was emptied in mid-November. Some 3,800 Iraqis have flown home since then; the next flight is on Wednesday. | 2021-11 + →2021-12-15
The French left Timbuktu on Tuesday, almost nine years after they were cheered there. The base at Kidal was handed over in November and Tessalit soon after. | 2021-12-07 + 2021-11
Libya's vote, set for December 24, will almost certainly be put off. No final list of candidates had been published by Sunday. | →2021-12-24 + ../2021-12-12
As of Monday morning 55 people had been rescued after a truck carrying migrants overturned in Chiapas on Thursday. Fifty-five died on the spot and one in hospital on Sunday. | 2021-12-13 + 2021-12-09 + 2021-12-12
On Dec 4 soldiers killed 13 coal miners at Oting. The chief minister visited the village two days later. Rallies have been held every evening since, the largest on Saturday. | 2021-12-04 + 2021-12-06 + 2021-12-11
The volcano fell silent on Monday night, an hour short of 86 days. If it stays so until Christmas, the eruption will be declared over. | 2021-12-13 + →2021-12-25
# 1999-06-17
PRISTINA, June 16: British paratroopers disarmed some 200 fighters of the KLA in a wood south of the city on Wednesday. The last Yugoslav units are to leave Zone 1 by midnight. | 1999-06-16 + 1999-06-16
Nearly 40,000 refugees have crossed back since Monday, the UNHCR said yesterday, although it has asked them to wait for mines to be cleared. The first returned on Sunday. | 1999-06-14/1999-06-17 + 1999-06-16 + 1999-06-13
The two navies clashed on Tuesday off Yonpyong, and a northern boat sank. It was the first battle there since 1953. On Wednesday it was calm. | 1999-06-15 + 1953 + 1999-06-16
Fighting in the Kargil heights, now in its sixth week, has cost India 104 soldiers. Tololing was taken on Sunday. | 1999-06-13
South Africa's parliament elected a new president on Monday; he took the oath on Wednesday, five years after the first. The fourth district of the capital celebrated until the morning. | 1999-06-14 + 1999-06-16
The strike began at six on Monday morning. At first only the miners came out. By Tuesday noon the railways stood still, and yesterday the teachers joined. | 1999-06-14 + ../1999-06-15 + 1999-06-16
The last eclipse of the century will cross Europe on August 11. In 1961 it was seen in Italy. | →1999-08-11 + 1961
The Fed meets on June 29 and 30. It last raised rates in March 1997. | →1999-06-29/1999-06-30 + 1997-03
Timorese will vote on August 8, if the calm holds. Militias killed 17 people in Dili on April 17 and have driven 40,000 from their homes since January. | →1999-08-08 + 1999-04-17 + 1999-01/1999-06-17
# 2025-02-25
The conservatives won Sunday's vote with 28.6 per cent. Their leader hopes to have a government by Easter, which falls on April 20. | 2025-02-23 + asks + →2025-04-20
The pope, in hospital since 14 February, had a quiet night, the Vatican said on Tuesday morning. A crisis on Saturday had required transfusions. | 2025-02-14/2025-02-25 + 2025-02-25 + 2025-02-22
Kenya's police said 61 people had been abducted between June and December last year; some have not been seen since. Parliament will debate the report next Tuesday. | 2024-06/2024-12 + →2025-03-04
On the third anniversary of the invasion, on Monday, 13 leaders came to Kyiv. Earlier the same day the Assembly adopted two resolutions. | 2025-02-24 + 2025-02-24
Measles has infected 124 people in west Texas since late January. The last death in the country was in 2015. | 2025-01/2025-02-25 + 2015
Prices of tomatoes, 900 naira in December, fell to 400 this month. | 2024-12 + 2025-02
The avalanche came down at noon on the 21st and killed four skiers. A fifth was dug out alive after five hours. | 2025-02-21
The minister of mines resigned late on Monday, saying he had not been told of the spill, which happened on the Friday. The river turned yellow on 18 February. | 2025-02-24 + asks + 2025-02-18
Sitrep no. 8 (17-23 February 2025). As of 23 February, 4,320 cholera cases, among them 71 deaths, had been reported since the outbreak was declared on 6 December. In the past week, there were 380 new cases. | 2025-02-17/2025-02-23 + 2025-02-23 + 2024-12-06 + 2025-02-18/2025-02-25
# 2021-10-20
Heavy rain has set off slides in the hills since earlier this week, leaving 77 people dead. | 2021-10-18/2021-10-20
Rain since Saturday has flooded the station and delayed trains. | 2021-10-16/2021-10-20
Floods kill hundreds during the country's annual June-September monsoon rains. |
A slope gave way above Lal overnight Monday. | 2021-10-18
On Tuesday, officials said they would crack down on Wednesday’s protest. | 2021-10-19 + →2021-10-20
The October 16 protest is part of a plan to drive the premier from power. | 2021-10-16
The council elections had originally been scheduled for April 2020. The law was changed this year, and the commission has planned to hold them in April. | 2020-04 + 2021 + →2022-04
Thefts of cattle have doubled over the last two years since the rebels took the capital. | 2019/2021-10-20
On Tuesday, a wedding party cut off by the water had been stuck for two days. | 2021-10-19
In the past three days 85 villagers have drowned, and many thought of a flood last year that took 500. | 2021-10-17/2021-10-20 + 2020
The mayor told radio today that nobody had counted the dead. | 2021-10-20
The monsoon has killed 244 people this season, 30 of them since Sunday. | 2021-10-17/2021-10-20
The pair were arrested on Monday night and produced before a court on Tuesday, which remanded them till October 25. | 2021-10-18 + 2021-10-19 + →2021-10-25
The judge reserved his order until Friday. | →2021-10-22
He is to appear before the magistrate on October 27, when the charges will be read. | →2021-10-27
Wednesday's blast is the third this month. | 2021-10-20 + 2021-10
The blast occurred around 7:30 a.m. (0300 GMT) on Wednesday. | 2021-10-20
A woman was hit by a bullet in the early hours of today. | 2021-10-20
The schools will be closed from tomorrow until further notice. | →2021-10-21
The exam, which was to be held today, has been put off. | →2021-10-20
“We could not rescue them on Tuesday,” the chief officer said. | 2021-10-19
“The hut was swept away last night,” he told the agency on Tuesday. | 2021-10-18 + 2021-10-19
In 2020 alone, 61 people died there; the year before that it was 40. | 2020 + 2019
In the last decade, 300 men have died in the pits. |
Last week the group claimed two raids on farms of the valley. | 2021-10-11/2021-10-17
The killings took place on the night of Sunday to Monday. | 2021-10-17/2021-10-18
The killings took place on the night between October 12 and 13. | 2021-10-12/2021-10-13
He was shot on the 12th of this month and died two days afterwards. | 2021-10-12 + 2021-10-14
The incident happened at about 2 am Sunday. | 2021-10-17
Some 3,000 people have been killed since the beginning of 2020. | 2020/2021-10-20
The number of displaced has doubled since this time last year. | 2020/2021-10-20
Nobody has been arrested as of press time on Wednesday. | 2021-10-20
The two-day summit ends Thursday. | →2021-10-21
The three-day strike, which began on Monday, ended on Wednesday. | 2021-10-18 + 2021-10-20
Prices were 12 per cent higher in September than a year earlier. | 2021-09 + 2020~
The troops are to leave by next September. | →../2022-09
In the week ending October 17, there were 40 attacks. | 2021-10-11/2021-10-17
Between January 1 and September 30, 210 people were killed. | 2021-01-01/2021-09-30
From January to September, 210 people were killed. | 2021-01/2021-09
The party ruled the state for 25 years until 2011. | 2011
Six months after the coup of February 1, the general named himself premier. | 2021-02-01
It was shortly after noon on Sunday when the roof fell in. | 2021-10-17
The rains, which usually end in September, have gone on into October. | 2021-10
Dozens were killed in similar attacks in July and August. | 2021-07/2021-08
The budget for 2022 will be read on November 3. | →2022 + →2021-11-03
The UN's mandate was renewed last December for a year. | 2020-12
A ceasefire took effect from midnight Tuesday. | 2021-10-19
The court had in August ordered the state to pay. | 2021-08
She joined the force only in March this year. | 2021-03
No fewer than 40 persons have been killed in the past one week. | 2021-10-13/2021-10-20
He spoke during a visit to the camp at the weekend. | 2021-10-16/2021-10-17
The incident, it was learnt, happened penultimate Sunday. | asks
The bandits struck barely 48 hours after the governor left the town. |
The commissioner confirmed the incident to newsmen on Tuesday in Minna. | 2021-10-19
The bridge will be opened in the first quarter of next year. | →2022-01/2022-03
They had been on the run since last month's jailbreak. | 2021-09/2021-10-20
Wednesday night's match was stopped after ten minutes. | 2021-10-20
# 2017-07-06
This report covers the period from 14-21 June. Another one is to come out about 28 July 2017. | 2017-06-14/2017-06-21 + →2017-07-28
It covers the period from 1 to 30 June. Of the 900 families that have come since 1 April, 80 have come since 1 June. | 2017-06-01/2017-06-30 + 2017-04-01/2017-07-06 + 2017-06-01/2017-07-06
Between 19 May and 17 June, over 5,000 families fled the district. | 2017-05-19/2017-06-17
As of end June, 30,000 people remained in the city. | 2017-06
As of 27 June, the city was surrounded, with no way out. | 2017-06-27
Fighting began late Sunday and by Monday noon the rebels had overrun the headquarters. | 2017-07-02 + ../2017-07-03
The withdrawal is to be completed by early September. | →../2017-09
The grain is expected to be handed out in July-August. | →2017-07/2017-08
Unrest erupted on Sunday 2 July in the capital. Protests resumed today, and five people have been killed since yesterday. | 2017-07-02 + 2017-07-06 + 2017-07-05/2017-07-06
Some 8,000 herders have gone to the coast since December 2016. | 2016-12/2017-07-06
There has been more shooting since early 2016, most of it in August and September last year. | 2016/2017-07-06 + 2016-08/2016-09
At the end of October, guns were heard at the dam. From January to October 2016, 900 families left. | 2016-10 + 2016-01/2016-10
Refugees had sought shelter there after fighting started in mid-December 2013. | 2013-12
It was the fourth town to fall since last Friday (30 June). | 2017-06-30/2017-07-06
“We have planted mines,” the chief said in an interview on Wednesday. | 2017-07-05
They promised improvements. But nearly eight months later, the districts are still lost. | asks
The guards left the fort last week, a miller said on Monday. It has stood empty since. | 2017-06-26/2017-07-02 + 2017-07-03
The rebels were ousted 15 years ago. | 2002~
The thieves came at about 2.40 am on Thursday. | 2017-07-06
A mill was burned in the early morning of Wednesday in Lal. | 2017-07-05
The thieves were at Lal on Wednesday night and went on to Gao in the early hours of Thursday. | 2017-07-05 + 2017-07-06
The victim, it was gathered, was abducted on Sunday evening and regained his freedom on Tuesday. | 2017-07-02 + 2017-07-04
He spoke when he received a delegation on Tuesday in Gusau. | 2017-07-04
The police boss, in a statement issued on Wednesday, said the suspects would be charged to court soon. | 2017-07-05
Speaking at a news conference in Abuja on Wednesday, the minister said the programme would begin in August. | 2017-07-05 + →2017-08
Addressing a rally at the stadium Tuesday, he vowed to crush the rebels within six months. | 2017-07-04
In a telephone interview on Wednesday night, the mayor said that the road would be closed. | 2017-07-05
The clashes come as the country prepares for elections in October. | →2017-10
The camp, home to 31,000 people, was opened in 2013 after the fall of the town in December 2012. | 2013 + 2012-12
The court is expected to rule on the case on July 20. | →2017-07-20
The journalist has been held without charge since 11 April 2016. | 2016-04-11/2017-07-06
The new law comes into effect on 1 January 2018. | →2018-01-01
In a report released Thursday, the group documented 34 cases between March and June 2017. | 2017-07-06 + 2017-03/2017-06
On June 24, 2017, soldiers stopped the bus; four days later, the men's bodies were found in a pit. | 2017-06-24 + 2017-06-28
On the morning of June 5, gunmen entered the village. That same day, a second group burned the mill. | 2017-06-05 + 2017-06-05
In early June the villagers wrote to the governor. On June 30, he replied. | 2017-06 + 2017-06-30
As recently as May, the road was open. | 2017-05
The dam, under construction since 2011, is due for completion in 2022. | 2011/2017-07-06 + →2022
The king, who has ruled since 1999, turned 60 in May. | 1999/2017-07-06 + 2017-05
A 45-year-old man was arrested on suspicion of murder at 10pm on Tuesday night. | 2017-07-04
The inquest opened on Monday and was adjourned to a later date. | 2017-07-03
The council will meet next on 18 July. | →2017-07-18
He has been missing for three weeks, since he went to fetch wood on 15 June. | 2017-06-15
The first shots were heard at 5am; by midday the centre had fallen. |
Last year's rains were poor, and the harvest of 2015 was the worst in 50 years. | 2016 + 2015
Rebels attacked the base for the second night running on Wednesday. | 2017-07-04/2017-07-05 + 2017-07-05
In the two weeks since the truce, 90 people have died. |
In the two weeks since the truce began on June 20, 90 people have died. | 2017-06-20
A week after the flood, many are still without water. |
It rained again on Tuesday and Wednesday. | 2017-07-04 + 2017-07-05
# 2017-07-06
On Tuesday, he vowed to crush the rebels. | 2017-07-04
On Tuesday the minister promised to resign. | 2017-07-04
On Monday, the two sides agreed to meet again in August. | 2017-07-03 + →2017-08
On June 12, the general vowed to retake the town by the end of the year. | 2017-06-12 + →../2017-12-31
In June he promised to hold elections. | 2017-06
Addressing a rally Tuesday, he vowed to crush the rebels. | 2017-07-04
Speaking at the port on Monday, she promised to build a school. | 2017-07-03
On Wednesday, the union threatened to go on strike. | 2017-07-05
On Sunday, police fired tear gas at teachers planning to march on the ministry. | 2017-07-02
Visiting the camp on Sunday, the envoy said he hoped to return. | 2017-07-02
On Tuesday the army was expected to reach the bridge. | asks
Late on Monday, he said he would appeal. | 2017-07-03
On Monday he said he would appeal. | 2017-07-03
On Friday he will appeal. | →2017-07-07
On Saturday he is due to meet the king. | →2017-07-08
# 2019-11-09
The three herders will sit in a cell over the weekend and see a judge on Monday. They were picked up on Friday, a day after the chiefs had been heard. | →2019-11-09/2019-11-10 + →2019-11-11 + 2019-11-08 + 2019-11-07
“None of them will get away,” the colonel said on Friday. | 2019-11-08
On Friday the bishop warned them, too. | 2019-11-08
He asked the guards to find the thieves before Monday. | →2019-11-11
Early this week, attackers stabbed a pupil to death; the case will be mentioned on 5th December. | 2019-11-04/2019-11-09 + →2019-12-05
The boy is said to have been stabbed on Sunday evening at his home. | 2019-11-03
This follows the service's admission last week that it had lost 40 rifles. | 2019-10-28/2019-11-03
Both sides have shot 40 herders since August 2019, the club said today. | 2019-08/2019-11-09 + 2019-11-09
Since the conflict began a decade ago, the ranges have emptied. | 2009~
Nearly all of it happened on the plain, where since 2015 no year has been calm. | 2015/2019-11-09
It killed many guards, nine of them at Lal on March 4, 2018. | 2018-03-04
The report is based on a mission to the area in February; it tells of an attack from December 14 to 17 in the hills. | 2019-02 + asks
It lists crimes committed in 2017 and early 2018. | 2017 + 2018
The killings took place during a raid between October 31 and November 1. | 2019-10-31/2019-11-01
On the evening of October 31, the unit began an offensive in the district. | 2019-10-31
The meeting of the clans, which was to begin in Lal last Monday, did not open until Tuesday. | 2019-11-04 + 2019-11-05
The rebels had hoped to reach an agreement by Friday. | asks
The talks failed late on Friday; the clans have agreed to try again on November 25. | 2019-11-08 + →2019-11-25
The accord is likely to be signed Sunday, a mediator said. | →2019-11-10
The elders sat for a second day today (Saturday). | 2019-11-08/2019-11-09 + 2019-11-09
Earlier this week, shells fell on the gardens and people ran. | 2019-11-04/2019-11-09
The clan stopped its fire this evening and left the mill, which others had taken yesterday. | 2019-11-09 + 2019-11-08
It is the fourth truce of the war after one that the clans had sworn in June. | 2019-06
Leaders are due to hold a summit in Accra on Thursday. | →2019-11-14
The clans, which have sat here since Wednesday, will sign within the next one week, an elder said yesterday. | 2019-11-06/2019-11-09 + →2019-11-09/2019-11-16 + 2019-11-08
The truce first went into effect on Wednesday morning in three towns and collapsed on Saturday. | 2019-11-06 + 2019-11-09
The town was taken in October 2017 and again in June last year. | 2017-10 + 2018-06
The man was last seen alive on 29 October when he left home for the market. | 2019-10-29
The accused will be back in court on November 21 for a ruling on bail. | →2019-11-21
The hearing continues on Monday. | →2019-11-11
The case continues next Tuesday. | →2019-11-12
She was born in Gao in 1956 and came to the capital at 17. | 1956
He died on Thursday at a hospital in Accra after a short illness. He was 81. | 2019-11-07
He will be buried tomorrow at his home in Siaya. | →2019-11-10
The results of the test will be out on Wednesday next week. | →2019-11-13
Work on the road started in 2016 and was to be completed in March this year. | 2016 + 2019-03
The project, launched in May 2018, will take two years. | 2018-05
The curfew will be in place from 6pm to 6am until November 15. | →2019-11-15
Voters go to the polls in a run-off on November 24. | →2019-11-24
The former mayor will stand trial from January 13 to 24. | →2020-01-13/2020-01-24
Heavy rains are expected to continue until mid-December. | →2019-12
The floods, the worst in 40 years, have killed 52 people since the start of October. | 2019-10/2019-11-09
During a press conference held on Thursday, November 7, the director said the tests were negative. | 2019-11-07
The clashes of Thursday and Friday left nine dead. | 2019-11-07 + 2019-11-08
The convoy was attacked at around 11am local time Thursday on a road 40 km from the mine. | 2019-11-07
The ambush on Wednesday was the deadliest in the country in years; in August, 24 soldiers died at Koutougou. | 2019-11-06 + 2019-08
It was the second time in less than a week that the mill had burned. |
Police on Friday night arrested the editor, who was freed hours later. | 2019-11-08
The court on Thursday, while hearing the plea, asked the state to reply by December 2. | 2019-11-07 + →../2019-12-02
The bench, which had reserved its verdict on October 16, will deliver it on Saturday at 10.30 am. | 2019-10-16 + →2019-11-09
The verdict comes days before the judge retires on November 17. | →2019-11-17
The shops had stayed shut since August 5. | 2019-08-05/2019-11-09
Internet was restored on Friday after 96 days. | 2019-11-08
From 2014 to 2018 the state spent 90 million on it. | 2014/2018
# 2022-10-18
The girls were taken from their school in April 2014; after last week's exchange, nine are still held. | 2014-04 + 2022-10-10/2022-10-16
On Sunday a mother kissed the girl who was seized two and a half years ago. | 2022-10-16 + 2020-04~
The militants drove into the town early Monday, just after soldiers had withdrawn, a resident said. | 2022-10-17
On Sept. 19, they attacked a college. The government this week closed other schools in the area. | 2022-09-19 + 2022-10-17/2022-10-18
The news of the raid broke into the feast for a September 30 coup; the last ruler had seized the palace in January. | 2022-09-30 + 2022-01
He swore that he would be gone by July 2024. | →../2024-07
The governor left on October 2 after a weekend of marches. | 2022-10-02
Six generals have ruled since the flag was changed in 1960. | 1960
The caravan was robbed on Sept. 26, days before the second coup this year. | 2022-09-26 + 2022
The group has claimed an attack that killed a dozen soldiers last month, a monitor said on Monday. | 2022-09 + 2022-10-17
The state has been ruled since January by a junta. | 2022-01/2022-10-18
Nine herders were shot at the weekend in raids near Lal. | 2022-10-15/2022-10-16
A day of mourning was observed on Monday, in line with the government's decision to observe mourning on Monday for the drowned. | 2022-10-17 + 2022-10-17
The inspector general here on Monday visited the site of the blast. | 2022-10-17
The department on Monday registered a case over the blast that claimed the lives of 55 people a day earlier. | 2022-10-17 + 2022-10-16
In a statement issued today, the department said nobody had been arrested. | 2022-10-18
Yesterday, the acting mayor had spoken of enemies of the feast. | 2022-10-17
Two years ago a lorry of the same mine was blown up. | 2020~
A soldier was killed on the intervening night of October 13 and 14. | 2022-10-13/2022-10-14
Heavy rain has lashed the city since last night. | 2022-10-17/2022-10-18
The accused was held on Tuesday last week. | 2022-10-11
The roof caved in in the wee hours of Friday. | 2022-10-14
The bus fell into the gorge on Sunday dawn, killing nine. | 2022-10-16
By Sunday noon, twelve bodies had been found. | ../2022-10-16
The power has been off since Saturday midnight. | 2022-10-15/2022-10-18
Starting Monday, buses will run again. | →2022-10-24
Shops will remain shut from Thursday onwards. | →2022-10-20
The district has had no doctor for ten days now. |
He has been on hunger strike for the past 10 days. | 2022-10-08/2022-10-18
Nurses are on strike for the 12th day on Tuesday. | 2022-10-07/2022-10-18 + 2022-10-18
A fortnight ago, a similar mishap claimed six lives. | 2022-10-04~
She was last seen in the market the day before yesterday. | 2022-10-16
A total of 312 farmers have ended their lives from January to August this year. | 2022-01/2022-08
The toll in the October 11 boat mishap rose to 21 on Monday with the recovery of two more bodies. | 2022-10-11 + 2022-10-17
The monsoon set in on June 12, five days late, and withdrew on October 10. | 2022-06-12 + 2022-10-10
The meeting, held on Monday evening, decided to resume classes from October 25. | 2022-10-17 + →2022-10-25
He was remanded in custody for 14 days on October 10. | 2022-10-10
A committee formed in July to probe the fire submitted its findings on Sunday. | 2022-07 + 2022-10-16
The governor, in office since May 29, 2019, cannot run again. | 2019-05-29/2022-10-18
It is more than a year since the rebels took the town on August 13, 2021. | 2021-08-13
Until August last year, she taught at the school. | 2021-08
The bridge was bombed in 1999 and rebuilt by 2002. | 1999 + ../2002
The army said on Monday it had lost two men on Sunday and would hit back. | 2022-10-17 + 2022-10-16
Polling agents reported no trouble on Sunday, but on Monday a box was found in a ditch. | 2022-10-16 + 2022-10-17
The opposition has called a rally for Saturday. A similar one on October 8 drew 20,000. | →2022-10-22 + 2022-10-08
In a tweet on Monday, the president promised to punish the killers. | 2022-10-17
The aid is expected to arrive this weekend. | →2022-10-22/2022-10-23
The clashes continued on Tuesday for the fourth day. | 2022-10-18 + 2022-10-15/2022-10-18
The clinic treated 40 people on Saturday alone. | 2022-10-15
A second blast was heard minutes later, at 8.10pm on Monday. | 2022-10-17
# 2019-06-12
The storm is likely to be over the bay around 14 June noon. | →2019-06-14
All schools in 19 districts will remain closed on Thursday. | →2019-06-13
The storm season can last from April to December. |
The rainy season runs from June to October. |
He asked doctors not to go on leave until 15 July. | →2019-07-15
It is expected to make landfall early Thursday. | →2019-06-13
Union members will join Friday's planned national strike. | →2019-06-14
Since May 10, the communities have blocked the highway. | 2019-05-10/2019-06-12
They opened the road again and signed a paper Tuesday to begin talks. | 2019-06-11
A severe storm is expected in the next 24 hours. | →2019-06-12/2019-06-13
The exam scheduled for June 15 stands cancelled. | →2019-06-15
A storm drowned the island in 1999; in 2013, everybody had left in time. | 1999 + 2013
Authorities closed schools on Tuesday and postponed exams to next week. | 2019-06-11 + →2019-06-17/2019-06-23
Some 600,000 people were told on Tuesday to leave their homes by nightfall on Wednesday. | 2019-06-11 + ../2019-06-12
In April, another storm killed 30 people in the islands. | 2019-04
The premier had urged people to prepare for the storm on Tuesday. | asks
Polls will open at 8am on Sunday, June 16. | →2019-06-16
The workshop for nurses ended on Tuesday. It began on Sunday. | 2019-06-11 + 2019-06-09
Talks will resume Monday, two weeks after they broke down. | →2019-06-17
Police are still searching for a boy who disappeared on Saturday. | 2019-06-08
Residents are burying the victims of Monday's raid. | 2019-06-10
The UN is calling for an inquiry into Sunday's air strike. | 2019-06-09
The army is battling rebels who overran two bases on Sunday. | 2019-06-09
Fears are growing for 18 miners trapped since Saturday. | 2019-06-08/2019-06-12
Aid groups say the shelling of the hospital on Monday was deliberate. | 2019-06-10
The president says Sunday's vote was fair. | 2019-06-09
The court says it will rule on Friday. | →2019-06-14
The mayor says he learned of the plan on Monday. | 2019-06-10
He denies taking part in Sunday's attack. | 2019-06-09
The suspect, who is due in court on Friday, denies the charges. | →2019-06-14
The two are accused of killing a clerk on May 3. | 2019-05-03
The man suspected of setting the fire on Saturday was found on Tuesday. | 2019-06-08 + 2019-06-11
She is the second candidate to be killed since Friday. | 2019-06-07/2019-06-12
Monday's bombing brings the toll this month to 41. | 2019-06-10 + 2019-06
The vote, scheduled for Sunday, is likely to be delayed. | →2019-06-16
The ruling means that the vote on Sunday will go ahead. | →2019-06-16
The bishop hopes that the hostages seized on Sunday will be freed soon. | 2019-06-09
Anyone who saw the car on Monday night is asked to call the police. | 2019-06-10
Investigators are looking into how the lorry got through three checkpoints on Friday. | 2019-06-07
The 40 people hurt in Sunday's stampede are to be flown to the capital on Thursday. | 2019-06-09 + →2019-06-13
The group is believed to be behind an attack on a bus on June 3. | 2019-06-03
There are fears of riots on Friday. | asks
Police are bracing for clashes on Saturday. | →2019-06-15
He will be tried for the murder of a clerk on Friday. | →2019-06-14
A memorial for those killed in the raid will be held on Thursday. | →2019-06-13
The union warns of riots if wages are not paid on Friday. | asks
# 2016-05-05
Rebels set two lorries on fire on Tuesday. | 2016-05-03
The kidnappers let the driver go on Monday. | 2016-05-02
The minister quit the cabinet on Wednesday. | 2016-05-04
Saboteurs cut the power to the city on Sunday. | 2016-05-01
Residents heard shots on Monday night. | 2016-05-02
A row arose on Tuesday over seats. | 2016-05-03
The authorities plan to cut the power on Saturday. | →2016-05-07
The talks, in their third week, break up on Friday. | asks
Two dead, five wounded in clash on Tuesday. | 2016-05-03
The funeral of the mayor, shot on Monday, takes place on Friday. | 2016-05-02 + →2016-05-06
Three more people have died of wounds suffered in Sunday's attack, taking the toll to 17. | 2016-05-01
The attack, which came on Tuesday, has been claimed by no one. | 2016-05-03
With Tuesday's result, the candidate has all but won. | 2016-05-03
By late Tuesday, 19 bodies had been recovered. | ../2016-05-03
From Monday, the ration is cut by half. | asks
The border, shut since Monday, is to reopen on Friday. | 2016-05-02/2016-05-05 + →2016-05-06
In Tuesday's incident, a guard lost a leg. | 2016-05-03
Final results are not due before Monday. | →2016-05-09
The plane, missing since Monday, was carrying 12 people. | 2016-05-02/2016-05-05
Rescuers on Wednesday said hopes were fading. | 2016-05-04
A video released Tuesday shows the three captives. | 2016-05-03
A statement posted online on Tuesday gave no details. | 2016-05-03
The toll from Saturday's landslide stood at 41 as of Wednesday. | 2016-04-30 + 2016-05-04
Doctors said two of those hurt on Monday were critical. | 2016-05-02
It was not clear whether Sunday's vote was free. | 2016-05-01
There was no word on Monday on the fate of the crew. | 2016-05-02
There was heavy fighting around the town on Tuesday and Wednesday. | 2016-05-03 + 2016-05-04
No group claimed responsibility for Monday's bombing. | 2016-05-02
Police identified the man shot on Sunday as Adan Ali, 31. | 2016-05-01
State media reported Tuesday that the president had flown to Rome. | 2016-05-03
The two sides traded blame on Wednesday for the breakdown of the talks. | 2016-05-04
The school, where 40 pupils were taken ill on Monday, stayed shut. | 2016-05-02
At least 30 people drowned on Tuesday when their boat sank. It was carrying 60. | 2016-05-03
Since early Monday, army helicopters have pounded the hills. | 2016-05-02/2016-05-05
It came as the parliament was due to debate the bill on Thursday. | →2016-05-05
Thursday's edition of the paper ran a blank page. | 2016-05-05
May 3 was press freedom day. On May 4, two reporters were held. | 2016-05-03 + 2016-05-04
In April alone, 812 people died; in March it was 690. | 2016-04 + 2016-03
Between January and April, arrivals fell to 28,000, from 47,000 in the same period of last year. | 2016-01/2016-04 + 2015
The army chief, who took over in November 2013, retires this November. | 2013-11 + →2016-11
The festival opens on the first Friday of June. | →2016-06-03
The final is on 28 May in Milan. | →2016-05-28
The dry season begins in November. | →2016-11
By then it was April 20 and the river was falling. | 2016-04-20
The tribunal sat from 2002 until 2014. | 2002/2014
It was founded in the early 1990s and banned in 2005. | 199X + 2005
The war of 2006 lasted 34 days. | 2006
The last census, in 2009, put the population at 38 million. | 2009
Some two million people were displaced in the 2007-2008 crisis. | 2007/2008
# 2013-10-21
A suicide car bomber attacked a restaurant in the town of Beledweyne on Saturday, killing at least 16 people. ¶ The militants said they had targeted foreign troops. In June last year, a similar attack killed six. ¶ The town, 300 km north of the capital, was captured in December 2011. | 2013-10-19 + 2012-06 + 2011-12
Police fired tear gas on Monday to disperse students at Al-Azhar for the second day. ¶ The protests began when classes resumed on Saturday. ¶ At least 57 people died in clashes on October 6, the 40th anniversary of the war of 1973. | 2013-10-21 + 2013-10-20/2013-10-21 + 2013-10-19 + 2013-10-06 + 1973
The bushfires have destroyed 208 homes since Thursday. ¶ Conditions are expected to worsen on Wednesday, when winds of 100 kph are forecast. ¶ A state of emergency was declared on Sunday and will last 30 days. | 2013-10-17/2013-10-21 + →2013-10-23 + 2013-10-20
Lawmakers in the lower house voted late on Wednesday to reopen the government, which had been shut since October 1. The next deadline is January 15. | 2013-10-16 + 2013-10-01/2013-10-21 + →2014-01-15
The bus driver, who has been in custody since the crash on October 3, will be charged this week. | 2013-10-03 + →2013-10-21/2013-10-27
ISLAMABAD: The prime minister left for Washington on Sunday on a four-day visit. He will meet the president on Wednesday. Drone strikes, which fell from 122 in 2010 to 48 last year, will be on the agenda. | 2013-10-20 + →2013-10-23 + 2010 + 2012
A quake of 7.2 struck Bohol on Tuesday last week, a public holiday. By Sunday, the toll had reached 186. It was the strongest there since 1990. | 2013-10-15 + ../2013-10-20 + 1990
In the first nine months of the year, 60,000 migrants reached Italy, six times as many as in all of 2012. On October 3, 364 drowned within sight of Lampedusa; eight days later another 34 died. | 2013-01/2013-09 + 2012 + 2013-10-03 + 2013-10-11
The two journalists, seized on June 6, were released on Saturday night. France says it paid no ransom. | 2013-06-06 + 2013-10-19
Lagos police said they had arrested 12 men on Friday over the theft of fuel. The suspects, according to a statement on Sunday, had been sought since August. | 2013-10-18 + 2013-10-20 + 2013-08/2013-10-21
The trial of the former president opened on November 4, 2009 and was halted in 2011. It will start afresh in February. | 2009-11-04 + 2011 + →2014-02
Voters in Luxembourg cast their ballots on Sunday, seven months early. The premier, in office since 1995, hopes to form a government by the end of November. | 2013-10-20 + 1995/2013-10-21 + →../2013-11-30
On the night of October 12 a mob broke into a vegetable depot in Biryulyovo. Police held 380 people that night and 1,200 more on Monday. | 2013-10-12 + 2013-10-12 + asks
Syria's chemical sites must be destroyed by November 1. Inspectors, who arrived on the first of the month, have so far seen 14 of 20. | →../2013-11-01 + 2013-10-01
M23 fighters attacked army posts in Kanyamahoro on Friday morning; talks in Kampala broke down at dawn on Monday. The group was formed in April 2012. | 2013-10-18 + 2013-10-21 + 2012-04
The festival will be held from 6 to 9 February. Last year it was called off. | →2014-02-06/2014-02-09 + 2012
Two boys herding goats found the shell on Sunday afternoon. It went off as they carried it home. “They were nine and eleven,” said an uncle on Monday. | 2013-10-20 + 2013-10-21
According to the UN, 979 people were killed in September, of whom 887 were civilians. So far in October, 480 have died. | 2013-09 + 2013-10
# 2009-02-13
Zimbabwe's opposition leader was sworn in as prime minister on Wednesday. One of his ministers was arrested on Friday, hours before he was to take the oath. Cholera has killed 3,500 people since August. | 2009-02-11 + 2009-02-13 + 2008-08/2009-02-13
Tamil rebels shelled a hospital on Monday, killing 16 patients, the Red Cross said. The army took Kilinochchi on January 2 and Mullaittivu three weeks later. | 2009-02-09 + 2009-01-02 + asks
Eight gunmen attacked three government buildings in Kabul on Wednesday; 26 people were killed. A US envoy arrived in the city on Thursday. In 2008, 2,118 civilians died, up 40 per cent from 2007. | 2009-02-11 + 2009-02-12 + 2008 + 2007
The plane came down at 10:20 pm on Thursday in Clarence Center, killing all 49 on board. It was the first deadly crash of an airliner in the country since August 2006. | 2009-02-12 + 2006-08
Vote counting went on in Israel after Tuesday's election. The final result is due on Wednesday. The outgoing premier resigned last September. | 2009-02-10 + →2009-02-18 + 2008-09
The pirates freed the Ukrainian ship on February 5, more than four months after they had taken it on September 25. It reached Mombasa on Thursday. | 2009-02-05 + 2008-09-25 + 2009-02-12
Schools in Guadeloupe have been closed for three weeks. The strike, which began on January 20, spread to Martinique on February 5. | 2009-01-20 + 2009-02-05
Kenya's parliament rejected a bill to set up a tribunal on Thursday night. It had been given until March 1 to act. | 2009-02-12 + →2009-03-01
A train derailed near Bhubaneswar on Friday evening, killing nine. On Thursday, the minister had told the house that accidents were down by a fifth since 2004. | 2009-02-13 + 2009-02-12 + 2004/2009-02-13
The ban was announced last week and will come into force on March 1; it was first mooted in 2006. | 2009-02-02/2009-02-08 + →2009-03-01 + 2006
It snowed in London on 2 February as it had not since 1991. By Wednesday the salt had run out. | 2009-02-02 + 1991 + asks
At Chisumbanje, Moses Nyathi buried his wife on Sunday and his son on Tuesday. The clinic ran out of drips at the end of January. | 2009-02-08 + 2009-02-10 + 2009-01
Bolivians approved the new constitution on January 25. The president signed it on Saturday before 100,000 people; elections follow on December 6. | 2009-01-25 + 2009-02-07 + →2009-12-06
# 2018-09-14
The lira is at its lowest since August 2001. | 2001-08
Prices are higher than at any time since 2008. | 2008
Oil rose to a level not seen since November 2014. | 2014-11
It was his first speech since May. | 2018-05
There has been no rain since May. | 2018-05/2018-09-14
The boy has not been seen since Monday. | 2018-09-10/2018-09-14
Nobody has lived there since 1986. | 1986/2018-09-14
No wage has been paid since June. | 2018-06/2018-09-14
The party had its worst result since 1990. | 1990
It was the biggest protest in the city since the 2013 uprising. | 2013
In what was the bloodiest day since April, 14 people were shot. | 2018-04
Turnout was 47 per cent, the lowest since independence in 1964. | 1964
Fighting has flared again since late August. | 2018-08/2018-09-14
The group, active since 2007, lost its leader in 2015. | 2007/2018-09-14 + 2015
Ever since 2011, the port has been in rebel hands. | 2011/2018-09-14
Since then, and above all since Tuesday, shells have fallen daily. | 2018-09-11/2018-09-14
It has since 2016 cut its staff by half. | 2016/2018-09-14
The number of cases has fallen every week since 3 August. | 2018-08-03/2018-09-14
More people have fled since Sunday than in all of July. | 2018-09-09/2018-09-14 + 2018-07
The village was attacked on Tuesday for the fourth time since July. | 2018-09-11 + 2018-07/2018-09-14
The strike is the union's first since 1994. | 1994
They met on Thursday for talks, their first since March 5. | 2018-09-13 + 2018-03-05
Eight journalists have been killed so far this year, more than in any year since 2010. | 2018 + 2010
The hurricane made landfall on Friday morning, the strongest to hit the state since 1989. | 2018-09-14 + 1989
He had been detained since March 2016 and was freed on Sunday. | 2016-03/2018-09-14 + 2018-09-09
By the end of 2019 the dam should be full. | →../2019-12-31
By Thursday evening the wind had dropped. | ../2018-09-13
By next summer, 4,000 will have left. | asks
By August, 400 had died. | ../2018-08
The bill must pass by September 30. | →../2018-09-30
All four were dead by the time help came on Tuesday. | 2018-09-11
The rebels said they would free him by Monday. | →../2018-09-17
They had promised to free him by last Monday. | ../2018-09-10
The accord was to be signed by September 5 but talks dragged on. | →../2018-09-05
The road will be closed until Monday. | →2018-09-17
The road was closed until Monday. | →2018-09-17
The curfew was in force until Thursday. | 2018-09-13
He was in office until 2016. | 2016
They stayed until Wednesday and left on foot. | 2018-09-12
Police held him until Sunday. | 2018-09-09
Voting continues until Sunday. | →2018-09-16
He has until Monday to appeal. | →2018-09-17
Before Tuesday's vote, both had claimed they would win. | 2018-09-11
Hours before Tuesday's vote, a bomb went off. | 2018-09-11
Ahead of Sunday's vote, the army closed the border. | →2018-09-16
After Wednesday's raid, the market shut. | 2018-09-12
During Wednesday's session, two members fought. | 2018-09-12
A decision is expected after Monday's meeting. | →2018-09-17
The king will open Tuesday's session. | →2018-09-18
The king opened Tuesday's session. | 2018-09-11
Tuesday's session was adjourned. | 2018-09-11
Tuesday's session ended in a brawl. | 2018-09-11
Monday's session will be public. | →2018-09-17
# 2018-09-14
He flew to Rome on Monday to meet the pope. | 2018-09-10
She arrived on Tuesday to attend a summit that opens on Saturday. | 2018-09-11 + →2018-09-15
The envoy met the rebels on Wednesday to discuss a truce. | 2018-09-12
Troops were sent to the town on Tuesday to restore order. | 2018-09-11
Thousands gathered on Sunday to mourn the dead. | 2018-09-09
The council met on Monday to elect a speaker. | 2018-09-10
The court refused on Tuesday to free him. | 2018-09-11
The president asked parliament on Wednesday to approve the loan. | 2018-09-12
The union decided on Thursday to end the strike. | 2018-09-13
The union decided to end the strike on Thursday. | asks
They agreed on Monday to stop the shelling. | 2018-09-10
The government agreed to free 40 men on Tuesday. | asks
The judge ordered the editor freed on Tuesday. | 2018-09-11
Officials said on Thursday that the vote would be held on October 7. | 2018-09-13 + →2018-10-07
The ministry said schools would open on Monday. | →2018-09-17
The ministry said schools had opened on Monday. | 2018-09-10
The ministry said schools opened on Monday. | 2018-09-10
The minister told reporters the bridge would open in November. | →2018-11
The minister told reporters the bridge had opened in November. | 2017-11
The bridge, which opened in November, is already cracked. | 2017-11
The bridge, due to open in November, is already cracked. | →2018-11
The company plans to cut 400 jobs in January. | →2019-01
The company cut 400 jobs in January. | 2018-01
A court will decide in December whether he must go. | →2018-12
A court decided in December that he must go. | 2017-12
The election in December was a farce. | 2017-12
The election in December will be a farce. | →2018-12
He hopes to win the election in December. | →2018-12
He lost the election in December. | 2017-12
They are to marry in May. | →2019-05
They married in May. | 2018-05
In October, the rains came early. | 2017-10
In October, the rains will come. | →2018-10
Since October, 40 boats have sunk. | 2017-10/2018-09-14
By October, the camp was full. | asks
By October, the camp will be full. | →../2018-10
The harvest begins in October. | →2018-10
The trial, which began in October, is expected to end in December. | 2017-10 + →2018-12
On September 20 the assembly meets. | →2018-09-20
On September 20 last year the storm hit. | 2017-09-20
The storm hit on September 20. | asks
The deadline is September 20. | →2018-09-20
A ceremony is planned on September 20. | →2018-09-20
On December 24 the bridge collapsed, killing nine. | 2017-12-24
The bridge collapsed on December 24, killing nine. | 2017-12-24
He will be released on January 9. | →2019-01-09
He was released on January 9. | 2018-01-09
He was arrested on October 2 and released on January 9. | asks + 2018-01-09
The mandate ends on December 23. | →2018-12-23
The mandate ended on December 23. | 2017-12-23
The law took effect on July 1. | 2018-07-01
The law takes effect on October 1. | →2018-10-01
Fighting that began on August 27 has killed 96 people. | 2018-08-27
A truce signed on September 4 collapsed on Tuesday. | 2018-09-04 + 2018-09-11
Two suspects are due back in court on September 28. | →2018-09-28
The court adjourned the case to September 28. | →2018-09-28
The case was adjourned until October 3. | →2018-10-03
The hearing, originally set for September 3, was moved to September 24. | →2018-09-03 + →2018-09-24
Polling takes place on Sunday. | →2018-09-16
Polling took place on Sunday. | 2018-09-09
Polling in the north was to take place on Sunday. | →2018-09-16
# 2013-05-17
During the month of April 2013, 61 goats died, compared with 80 in March. | 2013-04 + 2013-03
We counted the sick during March 24–April 29, 2013. | 2013-03-24/2013-04-29
Ten men were dug out alive following Tuesday's cave-in at the quarry. | 2013-05-14
The rescue followed the accident early Tuesday at the mine. | 2013-05-14
The quarry, shut by a strike in 2011, has had no calm year since it opened in the 1970s. | 2011 + 197X
Rocks have killed nine men in it since 2003. | 2003/2013-05-17
The president wants to end the war by November 15. | →../2013-11-15
This was announced on May 16 by the head of the region. | 2013-05-16
On Wednesday two more bodies were found. | 2013-05-15
Two more bodies were found Wednesday. | 2013-05-15
Since January 1 to April 30, 312 people were killed. | 2013-01-01/2013-04-30
The epidemic was declared over on 3 May, 42 days after the last case. | 2013-05-03 + 2013-03-22
A new case was confirmed on Thursday in a woman who fell ill on May 11. | 2013-05-16 + 2013-05-11
Between May 6 and May 12, 62 new cases were reported. | 2013-05-06/2013-05-12
In week 19 (May 6 to 12), 62 new cases were reported. | 2013-05-06/2013-05-12
The ministry launched the campaign today and will run it until May 24. | 2013-05-17 + →2013-05-24
The second round is planned for the first week of July. | →2013-07-01/2013-07-07
Rains usually start in June but came in mid-April this year. | 2013-04
# 2006-07-27
Talks in Rome ended on Wednesday without a call for an immediate truce. The German foreign minister travels to the region on Friday for the third time this month. | 2006-07-26 + →2006-07-28 + 2006-07
Ethiopian troops crossed into Somalia last week and were in Baidoa by Saturday. The Islamists, who took Mogadishu on June 5, pulled out of talks that were to resume on August 1. | 2006-07-17/2006-07-23 + ../2006-07-22 + 2006-06-05 + →2006-08-01
A heat wave has killed 21 people in France since July 15, against 15,000 in August 2003. Cooler weather is forecast from Friday. | 2006-07-15/2006-07-27 + 2003-08 + →2006-07-28
In Helmand, four policemen were beheaded on Monday night. NATO takes command in the south on July 31. Britain has lost six men there since early June. | 2006-07-24 + →2006-07-31 + 2006-06/2006-07-27
Two prison guards were shot in Port-au-Prince on Tuesday, police said Wednesday. Kidnappings rose to 115 in July from 26 in June. | 2006-07-25 + 2006-07-26 + 2006-07 + 2006-06
The airport, closed on July 13, may reopen next week if the runway is mended in time. | 2006-07-13 + →2006-07-31/2006-08-06
Police in Mumbai arrested a fifth man on Thursday over the July 11 train blasts, in which 182 people died. Three others were to appear before a magistrate on Friday. | 2006-07-27 + 2006-07-11 + →2006-07-28
Six weeks ago the village had 900 people. On Wednesday we counted eleven. | 2006-06-15~ + 2006-07-26
His mandate ran out on June 30; a successor was to have been named by then. | 2006-06-30
A tsunami hit Java on July 17. By Sunday, 668 bodies had been buried. Another 287 people are missing, officials said on Tuesday. | 2006-07-17 + ../2006-07-23 + 2006-07-25
The general was indicted in January 2005, arrested in April this year and will be tried in the autumn. | 2005-01 + 2006-04
Water in the reservoir fell on Wednesday to its lowest since the summer of 1976. | 2006-07-26 + 1976
A soldier of 19 was killed by a mine at Sangin early on Thursday. His unit is due home in October. | 2006-07-27 + →2006-10
The ferry that went down off Djibouti in April had been checked in March. The inquiry's report, promised for June, came out on Tuesday. | 2006-04 + 2006-03 + 2006-06 + 2006-07-25
They fled in 1996, came back in 2003 and fled once more last November. | 1996 + 2003 + 2005-11
Nearly 700 sailors were ill on Monday. On Tuesday the number fell to 300, and by Wednesday morning only 20 were in bed. | 2006-07-24 + 2006-07-25 + ../2006-07-26
Opposition supporters have camped in the square since Saturday night. The court has until August 31 to rule on the vote of July 2. | 2006-07-22/2006-07-27 + →2006-08-31 + 2006-07-02
In the past week, 14 trucks reached the depot, against 60 in the week to July 9. | 2006-07-20/2006-07-27 + 2006-07-03/2006-07-09
# 2014-12-29
SRINAGAR: Suspected militants shot dead a sarpanch in Sopore on Sunday evening, officials said. It was the fourth such killing in the valley this year. Polling in the state ended on December 20 and the results were declared on Tuesday last. | 2014-12-28 + 2014 + 2014-12-20 + 2014-12-23
An AirAsia jet with 162 people on board lost contact on Sunday morning on its way to Singapore. The search, called off at dusk, resumed at first light on Monday. | 2014-12-28 + 2014-12-29
A ferry with 478 on board caught fire off Corfu early on Sunday. By Monday afternoon all but 40 had been taken off. Ten people are known to have died. | 2014-12-28 + ../2014-12-29
The army school in Peshawar, where 132 children were killed on December 16, will reopen on January 12. The moratorium on the death penalty was lifted a day after the massacre. | 2014-12-16 + →2015-01-12
NATO's mission formally ended at a ceremony in Kabul on Sunday, four days before the deadline. It had lost 3,485 soldiers since 2001. From January 1, 12,500 will stay on to train. | 2014-12-28 + 2001/2014-12-29 + →2015-01-01
In the run-up to the polls on February 14, the commission will hand out 30 million cards. It has had to extend the exercise twice, most recently on Friday, to January 31. | →2015-02-14 + 2014-12-26 + asks
Boko Haram gunmen overran Gwoza in August. They seized 172 women and children in Gumsuri on December 13, but word of it reached Maiduguri only four days later. | 2014-08 + 2014-12-13 + 2014-12-17
Floods in Malaysia have driven 200,000 from their homes since mid-December. The premier, who was seen playing golf in Hawaii on Wednesday, flew home on Friday. | 2014-12/2014-12-29 + 2014-12-24 + 2014-12-26
Ebola had infected 20,081 people by December 27. The first case of 2014's epidemic was a boy of two who died in Meliandou on December 28 last year; nobody knew it until March. | ../2014-12-27 + 2014 + 2013-12-28 + 2014-03
Greek lawmakers failed for the third and last time on Monday to elect a president. An election must be held on January 25; the left has led the polls since May. | 2014-12-29 + →2015-01-25 + 2014-05/2014-12-29
A court in Jharkhand on Saturday remanded four men held for the lynching of a trader on December 22. They will be produced again on January 5. | 2014-12-27 + 2014-12-22 + →2015-01-05
Bangladesh's opposition enforced a day-long strike on Monday. Its last one, on September 22, was over a change to the constitution. Violence in the months before the vote of January 5 killed 120. | 2014-12-29 + 2014-09-22 + asks
Kurdish forces broke the siege of Mount Sinjar on December 18 after four days of fighting. The town itself, lost on August 3, is still half in the jihadists' hands. | 2014-12-18 + 2014-08-03
In his Christmas message on Thursday, the pope recalled the children of Peshawar. He goes to Sri Lanka on January 13. | 2014-12-25 + →2015-01-13
The teachers' salaries for October were paid last week, those for November will come "when they come", an official said on Saturday. | 2014-10 + 2014-12-22/2014-12-28 + 2014-11 + 2014-12-27
Turnout on Sunday was 60 per cent, against 78 in the first round on 23 November. Mr Essebsi, 88, will be sworn in on Wednesday. | 2014-12-28 + 2014-11-23 + →2014-12-31
Our man in Donetsk, who has not missed a day since April, reports that for once no gun was fired there on Saturday night. | 2014-04/2014-12-29 + 2014-12-27
The rupee has lost half its value since the summer; on December 16 alone it fell by a tenth. Rates were raised that night to 17 per cent. | asks + 2014-12-16 + 2014-12-16
More than 700 metres of the dyke were swept away in the night of Christmas Day. The army closed the gap on Sunday. | 2014-12-25 + 2014-12-28
It is exactly a year since the first shots fell in the barracks on 15 December 2013. | 2013-12-15
The vaccine will be tried in Guinea from February and, if it works, be given to all nurses by the summer. | →2015-02
Nine of the miners got out on Friday night; the tenth, Petro Hnatiuk, 24, was found on Sunday. Their shaft had been shut for safety in May and reopened in July. | 2014-12-26 + 2014-12-28 + 2014-05 + 2014-07
# 2005-11-23
Gunmen dressed as soldiers killed an elder of the Batta tribe and three of his sons at their home near Baghdad on Wednesday, police said. His eldest son was killed last month. The tribe's leaders had urged Sunnis to vote in the election of December 15. | 2005-11-23 + 2005-10 + →2005-12-15
German Chancellor Angela Markel was elected on Tuesday and flew to Paris on Wednesday, her first trip abroad. She goes on to London on Thursday. | 2005-11-22 + 2005-11-23 + →2005-11-24
The first snow has reached the camps above Balakot. Since the quake of October 8 about 350,000 tents have been handed out; the UN wants all roads open by December 1. | 2005-10-08/2005-11-23 + →../2005-12-01
The river in Harbin has been unfit to drink from since a blast at a plant upstream on November 13. The water was cut off at midnight on Tuesday and should be back on Saturday. | 2005-11-13 + 2005-11-22 + →2005-11-26
Kenyans rejected the draft in Monday's referendum by 57 per cent. President Kibali dismissed his cabinet on Wednesday night and promised a new one within two weeks. | 2005-11-21 + 2005-11-23
Ethiopia's opposition leaders, held since November 1, were taken before a judge on Monday; he gave the police until December 7 to bring charges. At least 46 people died in riots in the first week of the month. | 2005-11-01/2005-11-23 + 2005-11-21 + →2005-12-07 + 2005-11-01/2005-11-07
The Liberian vote was won by a woman. The commission declared Ellen Johnson the winner on Wednesday with 59.4 per cent in the run-off of November 8. She takes office on January 16. | 2005-11-23 + 2005-11-08 + →2006-01-16
Sri Lanka's new president, sworn in on Saturday, named his cabinet on Wednesday. On Heroes' Day this Sunday the rebels' chief will give his yearly speech. | 2005-11-19 + 2005-11-23 + →2005-11-27
In Aceh, where a truce has been in force since August 15, the third round of disarmament ended on Tuesday. The last is due between December 15 and 31. | 2005-08-15/2005-11-23 + 2005-11-22 + →2005-12-15/2005-12-31
Rebels freed six of 12 hostages in Chocó on Sunday, a day before the army's offensive began. The others, taken on November 3, are said to be sick. | 2005-11-20 + 2005-11-21 + 2005-11-03
A bomb at a restaurant in Karachi on November 15 killed three. On Monday the police arrested two men who, they say, had also planned to attack the fair in January. | 2005-11-15 + 2005-11-21 + →2006-01
Togo's refugees in Benin, 25,000 of whom came after the vote in April, get by on half rations since last week. | 2005-04 + 2005-11-14/2005-11-23
The bird flu toll rose to 68 on Wednesday. China confirmed its second death, a woman of 24 who fell ill on November 1 and died nine days later. | 2005-11-23 + 2005-11-01 + 2005-11-10
The hurricane season officially ends on November 30. Gamma, the 24th storm of the year, killed 32 people in Honduras over the weekend. | →2005-11-30 + 2005-11-19/2005-11-20
The judge in the trial of the former dictator will on Monday hear the first witness. It was adjourned on October 19, its first day, and two lawyers have been murdered since. | →2005-11-28 + 2005-10-19
Curfew was lifted in Clichy on Monday. Between October 27 and November 16, 9,000 cars were burned; on the worst night, that of November 6 to 7, it was 1,408. | 2005-11-21 + 2005-10-27/2005-11-16 + 2005-11-06/2005-11-07
# 2014-06-12
Around twenty days ago, two guards were shot at the landing. A mine went off there on Monday. | 2014-05-23~ + 2014-06-09
The funeral of those killed in the raid on Saturday will take place on Friday. | 2014-06-07 + →2014-06-13
# 2015-03-15
The old clerk drowned two days before the March 9, 2005 flood that ruined the valley. | 2005-03-07
She left the town three days after the May 4, 2013 earthquake. | 2013-05-07
He was made a captain two weeks after the 3 June 2014 election. | 2014-06-17~
Two days before the March 9 flood, the dam had been found sound. | 2015-03-07
Two days before the September 11 attacks, he was killed by men who posed as reporters. | 2001-09-09
She was shot two days before March 9, 2005. | 2005-03-09
The truce begins two days before the March 29 election. | →2015-03-29
It will be opened a week after the March 29 vote. | →2015-03-29
Wednesday's vote brings a new man to the mayor's house. | asks
Thursday's fair offers a chance to all. | asks
Monday's talks begin at nine. | →2015-03-16
The elders hope to meet on Friday. | →2015-03-20
He was a rider for the governor in 2004 presidential election. |
In the 2009 presidential election he won 41 per cent. | 2009
In 2004 presidential elections were held for the first time. | 2004
“On Sunday [March 8], herders burned nine huts,” a guard said. | 2015-03-08
The inn was robbed on Monday [March 9]. | 2015-03-09
They came on Monday [9 March] and left on Tuesday. | 2015-03-09 + 2015-03-10
In the last two years, around 300 goats have been sold. | 2013/2015-03-15
Over the past two years the river has risen. | 2013/2015-03-15
The road was closed for three weeks, until Friday. | asks
A curfew was imposed for eight days, until Friday. | asks
The port had not seen so much rain in one night since 2007. | 2007
It has not rained so hard since 1998. | 1998
Nobody had seen so many fish since 2011. | 2011
It has not paid its clerks since 2012. | 2012/2015-03-15
The south, annexed by its neighbour a century ago, has seen 40 raids. |
A meeting set for Lal in January failed when nobody came. | 2015-01
Talks are planned for November. | →2015-11
The plant could start in June, an owner said. | →2015-06
The herders, let in last October, could begin to return in May, a clerk said. | 2014-10 + →2015-05
# 2015-03-16
The letter came two days after the attack on Sunday. | 2015-03-15
# 2019-09-12
Five days after the 11 September attacks, the border was shut. | 2001-09-16
Six months after the March 15 massacre, the mosque is open again. | 2019-09~
Four years before the June 6, 1944 landings, he had lost a leg. | 1940~
The vote is due two weeks after the September 29 talks. | →2019-09-29
Sunday's election gives voters a choice between two generals. | asks
The talks scheduled for July ended without a deal. | 2019-07
Rains could start in October. | →2019-10
The dam could be finished in May. | asks
The ban was extended for ten days, until Sunday. | asks
He has not been so popular since 2010. | 2010
The clock stands in the square, birthplace of the 2009 uprising. |
The quarrel flared as a 2010 ceasefire between the guilds wore thin. |
After the 2013 flood the mill was rebuilt. | 2013
The bridge has been shut since the 2013 flood. | 2013/2019-09-12
Sunday Adewale and Friday Eze were freed. |
They asked for a second count of May's vote. | 2019-05
The mills are slower than in June's frost. | 2019-06
# 2019-09-13
Last Friday they climbed to the inn. It was shut. ¶ Yet Friday was a good day. | 2019-09-06 + asks
On Friday the bakers opened again. The following day they shut. | asks + asks
Bakers in Lal opened their shops on Friday, the guild said. | 2019-09-13
The guild has announced a strike of its own in the valley from Sunday. | →2019-09-15
The guild asked for a list of the shops by Wednesday. | asks
It was shut three or four days ago. | 2019-09-09~
On Wednesday the guild said it would open the gate on Saturday. | 2019-09-11 + →2019-09-14
On Monday the guild said it would open the gate on Wednesday. | 2019-09-09 + asks
# 2019-09-13
Last Friday nine goats were lost. They were found, the guild said on Friday. | 2019-09-06 + 2019-09-13
Seven years ago the dam gave way. In May the bakers came. | 2012~ + asks
# 2021-06-23
The clinic said it had oxygen until Friday. | asks
Classes for 140 pupils had been called off until Friday. | →2021-06-25
They can be held until Friday without a charge. | →2021-06-25
The pass was closed until Friday, when soldiers cleared it. | 2021-06-18
Miners dug until Friday. | 2021-06-18
No help came until Friday. | 2021-06-18
Elders called on traders to keep their shops closed on Friday. | asks
The weather office has warned of more rain from Thursday to Saturday. | →2021-06-24/2021-06-26
All flights have been cancelled from Thursday to Saturday. | asks
The pool is closed through Friday. | asks
The mayor pledged repairs by Friday. | asks
Engineers were trying to have the pump running by Friday. | asks
The council declared three days of mourning starting Friday. | asks
Traders were invited to a meeting on Friday. | asks
Traders are invited to a meeting on Friday. | →2021-06-25
The march goes on from today to Sunday. | →2021-06-23/2021-06-27
Posts will be searched from tomorrow until 30 June. | →2021-06-24/2021-06-30
In April and May last year, 80 goats were lost. | 2020-04/2020-05
In March and May, goats were lost. | 2021-03 + 2021-05
The bazaar, on which most of the town lives, has been shut since Monday. | 2021-06-21/2021-06-23
Eight had died in its only clinic since Monday. | 2021-06-21/2021-06-23
It was the only raid since May. | 2021-05
The weather office has issued a warning of snow from Friday to Sunday. | asks
# 2021-12-29
The pass is shut from today to 3 January. | →2021-12-29/2022-01-03
# 2003-08-19
The guild hopes to adopt a charter by the end of the year and to hold a vote in June. | →../2003-12-31 + →2004-06
Clerks are to inspect the wall before the end of September. | →../2003-09-30
The huts had served as camps in December and January. | 2002-12/2003-01
# 2021-06-23
The road to Lal was blocked until Monday. | 2021-06-21
She means to be home on Friday. | →2021-06-25
They have to be out on Friday. | →2021-06-25
They had to be out on Friday. | 2021-06-18
“Come back on Friday,” a clerk told her. | →2021-06-25
The lorry promised to him in May arrived without tyres. | asks
"""


@pytest.mark.parametrize(("published", "text", "expected"), rows(TABLE))
def test_days_of_a_report(published: str, text: str, expected: str) -> None:
    assert days_in(text, published) == expected
