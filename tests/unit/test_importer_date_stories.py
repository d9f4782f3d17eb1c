"""What days come to where a passage tells of more than one time: flashbacks, chronologies, letters, plans, quotations.

A line with `#` is the day of publication of those below it, `¶` parts paragraphs, `asks` is an expression that is
found and asked about, `→` a plan. The passages were labelled by hand before the rules first read them; what asks here
either has no answer in the text, or one that the rules cannot tell.
"""

from __future__ import annotations

import pytest

from tests.support.days import days_in, rows

TABLE = """
# 2022-03-14
Police in Nakuru arrested four men on Saturday over the theft of a transformer. The transformer had been taken on Thursday night, leaving 3,000 homes without power. A court will hear the case on Wednesday. | 2022-03-12 + 2022-03-10 + →2022-03-16
In March 2019, the river burst its banks and took the school with it. In May, the children moved into tents. In September, the first walls of a new school went up. | 2019-03 + asks + asks
On the Friday before the attack, Mr Sow had paid his workers early. He told them to stay at home. On Sunday the warehouse burned. | asks + 2022-03-13
“I saw him last on Christmas Day,” said his sister. He was buried on Saturday. The family learned of his death on March 4, three weeks after he had vanished. | 2021-12-25 + 2022-03-12 + 2022-03-04
Teachers have been on strike since 28 February. The union rejected an offer on Friday and said the strike would go on until the end of the month. | 2022-02-28/2022-03-14 + 2022-03-11 + →2022-03
The Sunday Times of Lagos first reported the deal. Radio 4 aired an interview with the minister on Thursday. | 2022-03-10
The drought is the worst since 1981. In the fiscal year 2021-22 the state spent 40 million on wells. | 1981 + 2021/2022
His mother May Ouattara sold cloth. He may march with them, he said, but in April he must work. | →2022-04
# 2023-10-05
The rains failed in 2020 and 2021. This year they came in April, and by June the dams were full. | 2020 + 2021 + 2023 + 2023-04 + ../2023-06
In 1994 she was nine. “Last week I saw the house again,” she says. Her father had built it in 1971. | 1994 + 2023-09-25/2023-10-01 + 1971
Since Christmas the clinic has treated 4,000 children. Its stocks will last until November. | 2022-12-25/2023-10-05 + →2023-11
Fighting flared on All Saints' Day last year. A truce was signed two weeks later. | 2022-11-01 + 2022-11-15~
For the feast of Eid al-Adha, the prisoners were let out for a day. They had to be back by nightfall. | asks
Heavy rain is forecast from Friday to Sunday. In the past three days 90 mm fell on the hills. | →2023-10-06/2023-10-08 + 2023-10-02/2023-10-05
The May 2 massacre has never been tried. On Monday survivors laid flowers at the gate of the barracks. | 2023-05-02 + 2023-10-02
# 2024-05-18
The museum was founded in 1929 and closed in 2012. It will reopen on 1 June. | 1929 + 2012 + →2024-06-01
On Black Friday the shops of the chain stayed shut. Its founder, now 71, died on Monday. | 2024-05-13
The trial opened on 8 April and is due to end on 14 June. In the first week, nine witnesses were heard. On the second day the judge fell ill. | 2024-04-08 + →2024-06-14 + asks
The mayor said last week that the market would move in July. Traders say nobody told them until Thursday. | 2024-05-06/2024-05-12 + →2024-07 + 2024-05-16
Workers walked out at noon on Friday and are to return on Monday, when talks resume. | 2024-05-17 + →2024-05-20
"We expect them tomorrow," the abbot said on Thursday. But no one came on Friday. | →2024-05-17 + 2024-05-16 + 2024-05-17
# 2019-11-08
In Beirut, the banks have been shut since 18 October. They opened for three hours on 1 November, a Friday, and closed again the next day. | 2019-10-18/2019-11-08 + 2019-11-01 + 2019-11-02
The president won a second term in October 2015. In November, he moved into the new palace. The year after, the first mutiny broke out. | 2015-10 + asks + asks
The strike, now in its fifth day, began on Monday. | 2019-11-04/2019-11-08 + 2019-11-04
It snowed on All Souls' Day. The road to the pass has been shut since. | 2019-11-02
Between January and September, 214 attacks were recorded, against 130 in the same period of 2018. | 2019-01/2019-09 + 2018
He joined the army in 1998, at 17. In 2006 he was sent to Darfur; two years later, he deserted. | 1998 + 2006 + 2008
By 10 October the last boats had left. On the 12th the harbour was shelled. | ../2019-10-10 + 2019-10-12
# 2020-07-22
The first case was found on 14 March. A week later the borders were closed. By May hospitals were full. | 2020-03-14 + 2020-03-21~ + ../2020-05
The bank's report for 2019, published on Monday, puts losses at $40 million. In 2018 it had made a profit. | 2019 + 2020-07-20 + 2018
The colonel was last seen on the evening of 16 July. On Friday his car was found burnt out at the lake. | 2020-07-16 + 2020-07-17
On June 30 the new security law came into force. On the same day, 370 people were arrested. Since then the books have gone. | 2020-06-30 + 2020-06-30
In the week before the attack, there had been three warnings. The last came on 3 July; the attack followed on the 9th. | 2020-07-03 + 2020-07-09
She had arrived in Athens on a Thursday in late February. On Friday, 28 February, the border was opened. On Saturday thousands were walking towards it. | 2020-02 + 2020-02-28 + asks
In the 2016 election he got 3 percent. In October he hopes to win. | 2016 + →2020-10
Half a year ago the hotel was full. In February, the last guests left. | 2020-01~ + 2020-02
# 2021-01-10
The convoy set out from Bangui on Friday. On Saturday morning it came under fire near Grimari. Two soldiers died, and a third followed on Sunday. | 2021-01-08 + 2021-01-09 + 2021-01-10
The vote of 27 December was marred by violence. Results were announced on 4 January; the court must confirm them by 19 January. | 2020-12-27 + 2021-01-04 + →../2021-01-19
The vaccine reached the islands on Tuesday. Nurses will get it first, from Monday, and the old in February. | 2021-01-05 + →2021-01-11 + →2021-02
On 3 November Americans had voted. On 6 January their parliament was stormed. | 2020-11-03 + 2021-01-06
The army chief was appointed in August 2018. In November, he had three colonels arrested; two of them died that month. | 2018-08 + asks + asks
In his sermon at Christmas the bishop called for calm. On the 28th, his house was searched. | 2020-12-25 + 2020-12-28
A spokesman for the mission said on Sunday that an inquiry had begun. The shots fell on Thursday, not on Friday as first reported. | 2021-01-10 + 2021-01-07 + 2021-01-08
# 2018-12-04
France will suspend the fuel tax, the prime minister said on Tuesday. The protests began on 17 November and turned violent last Saturday. | 2018-12-04 + 2018-11-17 + 2018-12-01
Her first letter was from 8 March 1943. “Today they took the Levys,” it says. “Tomorrow it may be us.” The last is from June. | 1943-03-08 + asks
The Camp Fire, which started on 8 November, was fully contained on 25 November. At least 85 people were killed. As of Monday, ten were missing. | 2018-11-08 + 2018-11-25 + 2018-12-03
The caravan left San Pedro Sula on October 12. A month later, its first members were in Tijuana. | 2018-10-12 + 2018-11~
“In 2002 I voted for him, this year I stayed at home,” she said. The runoff was on 28 October. | 2002 + 2018 + 2018-10-28
About 1,900 families have fled since Friday, 1,200 of them on Monday alone. | 2018-11-30/2018-12-04 + 2018-12-03
The quake of 2015 had spared the temple. Its roof fell in on 30 November, when an aftershock of that morning's tremor hit the valley. | 2015 + 2018-11-30 + 2018-11-30
# 2025-02-26
Germany voted on Sunday. Coalition talks could begin this week, and a government may be in place by Easter. | 2025-02-23 + →2025-02-24/2025-03-02 + asks
Three years after the invasion, on Monday, leaders met in Kyiv. A day later, drones struck a hospital. | 2022~ + 2025-02-24 + 2025-02-25
The council will vote on March 4, the deputy mayor said Tuesday. An earlier vote, on Feb. 11, ended in a tie. | →2025-03-04 + 2025-02-25 + 2025-02-11
The inquiry's hearings ran from September 2023 to December 2024. The report is expected next year. | 2023-09/2024-12 + →2026
The last census, in 2011, counted 1.3 million people in the county; that of 2022 found 1.1 million. | 2011 + 2022
The war began in April 2023. Within a week, the capital was divided. On the third day, shells hit the university. | 2023-04 + asks
# 2022-08-17
A year ago, on August 15, the Taliban walked into Kabul. The next day, people clung to the wheels of a transport plane. Ten days later, a bomb killed 183 at the airport gate. | 2021~ + 2021-08-15 + 2021-08-16 + 2021-08-26
He was a baker. On the morning of 4 August 2020 he was late for work. At six in the evening the port blew up. On Thursday his widow stood at the gate with his picture. | 2020-08-04 + asks
The first ship with grain left Odesa on 1 August. By Tuesday, 21 had sailed. The deal runs for 120 days and expires in November unless it is renewed. | 2022-08-01 + asks + →2022-11
The village has had no water since the pump broke in May. Last week, a tanker came twice. It is to come again on Saturday. | 2022-05 + 2022-08-08/2022-08-14 + →2022-08-20
Asked about the delays, the minister said: “We told you in March that it would be ready by September, and it will be.” | 2022-03 + →../2022-09
Malian troops and “white soldiers” entered Moura on March 27, a market day. For five days nobody could leave. When they withdrew on the 31st, some 300 men were dead. | 2022-03-27 + 2022-03-31
On June 24 hundreds of migrants tried to climb the fence at Melilla. That morning, at least 23 died. A month on, 70 are still missing. | 2022-06-24 + 2022-06-24
At noon on Friday the siren sounded, and within minutes the square was empty. “Last Friday it was the same,” said a greengrocer. | 2022-08-12 + asks
The census was first planned for 2020, then for last May; now it is to be held in October. | 2020 + 2022-05 + →2022-10
# 2023-02-03
Two gunmen on a motorbike shot the journalist on Sunday night outside his house in Yaoundé. He was the second to be killed in two weeks: Martinez Zogo was abducted on 17 January and found dead five days later. | 2023-01-29 + 2023-01-17 + 2023-01-22
Two years after the coup, streets were empty on Wednesday. Since 1 February 2021 at least 2,900 people have been killed. The emergency, due to end this week, was extended by six months. | 2021~ + 2023-02-01 + 2021-02-01/2023-02-03 + →2023-01-30/2023-02-05
Ukraine says that Russia will launch a new offensive on or before 24 February. On that day last year, it invaded. | →2023-02-24 + asks
Strike days so far: 1 February, 15 December, 20 December. Nurses will walk out again on Monday and Tuesday. | 2023-02-01 + asks + asks + →2023-02-06 + →2023-02-07
Photo: Rescue workers carry a woman from the rubble, Peshawar, 30 January 2023. | 2023-01-30
The accident on the A3 near Koblenz happened on Thursday at 6:40 a.m. The road was shut until noon. A similar crash there last September cost two lives. | 2023-02-02 + 2022-09
It took the jury three days. On the third, a Friday, they came back at four. Judge Ortiz will pass sentence on March 10. | →2023-03-10
A magnitude 5.9 quake struck Khoy at 9:44 p.m. local time on Saturday. A day earlier, the drone attack on Isfahan had been reported... | 2023-01-28 + 2023-01-27
# 2017-06-25
The Grenfell fire broke out shortly before 1 a.m. on 14 June. That night, families threw children from windows. By the following Friday, 79 people were presumed dead. | 2017-06-14 + 2017-06-14 + ../2017-06-16
"In 1967 my father carried me over this bridge," says Abu Khalil. "Fifty years later I carry my son." On Monday he will try again. | 1967 + 2017 + →2017-06-26
On the Sunday before, the imam had warned of men in black cars. On Friday they came for him. | asks + 2017-06-23
The strike in the mines of Gafsa has lasted since 15 April; talks broke down on Thursday, the third such failure this month. | 2017-04-15/2017-06-25 + 2017-06-22 + 2017-06
The mayor's term ended in December. Until a new one is chosen in September, a commissioner runs the town. | 2016-12 + →2017-09
# 2024-11-12
Clashes broke out in Amsterdam on Thursday night after a football match. The evening before, a taxi had been attacked, the mayor said on Friday. | 2024-11-07 + 2024-11-06 + 2024-11-08
Armistice Day was marked on Monday at 11 a.m. In the village, 31 names are on the stone; the last is from 1944. | 2024-11-11 + 1944
Typhoon Yinxing made landfall on Thursday, the third storm in less than a month. A fourth, Toraji, hit Aurora on Monday, and a fifth may follow on Thursday or Friday. | 2024-11-07 + 2024-11-11 + →2024-11-14 + →2024-11-15
On 7 October last year, she hid for eleven hours. In November, her sister was freed. In the new year, she moved to Haifa, where she was interviewed on Sunday. | 2023-10-07 + asks + asks
Haiti's council dismissed the prime minister on Sunday; on Monday, a plane was hit by shots as it came in to land. He had been in office since 3 June. | 2024-11-10 + 2024-11-11 + 2024-06-03/2024-11-12
The opposition boycotted the vote of 27 October. Two days before, a mob had beaten its candidate. Results are due by Friday. | 2024-10-27 + 2024-10-25 + →../2024-11-15
In mid-2019 he came back. By early 2020 he was mayor; in the summer of that year, he was dead. | 2019 + ../2020 + 2020
# 2016-04-09
Azerbaijan and Armenia agreed on Tuesday to stop firing. The fighting had broken out on the night of 1 April and was the worst since 1994. | 2016-04-05 + 2016-04-01 + 1994
The factory caught fire at 7.30 on Saturday morning. It was insured until the end of March. | 2016-04-09 + 2016-03
The ship ran aground on Good Friday with 400 tonnes of oil on board. On Easter Monday the slick reached the beach. | asks + asks
From next Friday, chip cards will be needed to ride the trams. The old tickets, sold until 31 March, are good for the rest of the year. | →2016-04-15 + 2016-03-31
The siege of Madaya began last July. In December people ate grass. On 11 January 44 trucks were let in, and five days later a doctor was. | 2015-07 + 2015-12 + asks + asks
On Monday last, the union met the owners; on Thursday, the gates were still locked. | 2016-04-04 + 2016-04-07
Fighting resumed in Aleppo on 1 April, five weeks after the truce had come into force. On the 5th a Syrian jet was shot down. | 2016-04-01 + 2016-04-05
Brazil's lower house is expected to vote on the impeachment on April 17, a Sunday. A committee will vote on Monday. | →2016-04-17 + →2016-04-11
The Wednesday market was empty. A shell had hit it at eleven on Tuesday. | 2016-04-05
# 2021-09-30
In the early hours of Thursday, a missile was launched from Jagang. It was the third this month; the second, on the 15th, flew 800 km. | 2021-09-30 + 2021-09 + 2021-09-15
A report published in 2018 had warned of the dam. In April a crack was seen. In May the owner was told. On 2 June it broke. | 2018 + 2021-04 + 2021-05 + 2021-06-02
On Tuesday, the prosecutor will ask for life. The killing happened in broad daylight on 2 June 2019, and on the 15th a man confessed. | →2021-10-05 + 2019-06-02 + 2019-06-15
Ms Adan ran the clinic through the 2011 famine. “In July of that year we lost six a day,” she said. “This year, it is not so bad — yet.” | 2011 + 2011-07 + 2021
He told the BBC last October that the army would be gone by Christmas. It was still there at Easter. | 2020-10 + asks + asks
# 2015-12-07
Two attackers killed 14 people in San Bernardino on Wednesday. On Friday, the FBI called it terrorism. The pair had married in August 2014 and had a daughter in May. | 2015-12-02 + 2015-12-04 + 2014-08 + 2015-05
Venezuelans voted on Sunday. The result was read out after midnight on Monday: the opposition has 99 seats. The new assembly meets on January 5. | 2015-12-06 + 2015-12-07 + →2016-01-05
On the night of 25 to 26 September 2014, 43 students vanished in Iguala. By Christmas the state had its story. In September, experts tore it apart. | 2014-09-25/2014-09-26 + asks + 2015-09
The rains came two weeks late. They should have begun in the first week of October, and they did not start until the 19th. | 2015-10-01/2015-10-07 + asks
Chennai's airport reopened on Sunday after four days. More than 1,000 mm fell in November, against 400 in a usual year. On 1 December alone it was 345. | 2015-12-06 + 2015-11 + 2015-12-01
“That Saturday we danced,” recalls Léa, who was at the café on 13 November. “On Sunday I could not get up.” | asks + 2015-11-13 + asks
In 2003 the mill employed 1,200 people, in 2008 some 2000, in 2014 none. Bids for the site closed on Friday. | 2003 + 2008 + 2014 + 2015-12-04
For three nights the house shook. On the fourth, a shell came through the kitchen. That was on 1 December, and on the 3rd they left. | 2015-12-01 + 2015-12-03
# 2023-07-19
The bridge, built in 1936, was closed on 2 July after an inspection; three days later it fell. No one was hurt. In 2016 engineers had given it “ten years at most”. A new one is to be opened by 2026. | 1936 + 2023-07-02 + 2023-07-05 + 2016 + →../2026
# 2022-12-20
On the night before the final, nobody slept in Rosario. On Sunday 40,000 watched at the flag monument. On Tuesday the team's bus crawled through Buenos Aires. In 1986 it had taken an hour. | 2022-12-18 + 2022-12-20 + 1986
The minister resigned on 14 December, a week after the press had published the photographs. The pictures were taken in Doha in October 2021, on the second day of a conference. On the third, he met the banker. | 2022-12-14 + 2021-10 + asks
# 2018-09-05
Brazil's National Museum burned on Sunday night. It had celebrated its 200th birthday in June. A loan for sprinklers, agreed that month, was to be paid after the October elections. ¶ In 2015 it had closed for lack of money to pay the cleaners. In May this year the curator asked the public for help with termites. On Monday students formed a ring of arms around the ruin. | 2018-09-02 + 2018-06 + 2018-06 + →2018-10 + 2015 + 2018-05 + 2018-09-03
# 2021-03-11
Mali's junta leader told the nation in his New Year's address: “This year, we will vote.” In February he said that it would be in 2022. The decision will be taken by the end of April. | →2021 + 2021-02 + →2022 + →../2021-04-30
He leaves a wife and two sons. The funeral will take place on Saturday, 20 March, at the church where he was christened on 2 May 1934. | →2021-03-20 + 1934-05-02
# 2024-08-29
Barsalogho, one of the bloodiest days of the war: on Saturday jihadists shot at villagers who had been made to dig a trench. Videos counted at least 200 dead. ¶ The army had told the men on Friday that they would dig. “On Thursday they dug too,” says a survivor, reached by telephone on Monday. ¶ On 6 November last year at least 70 people were killed in Zaongo. In May, the inquiry was promised; it has not begun. | 2024-08-24 + 2024-08-23 + asks + 2024-08-26 + 2023-11-06 + 2024-05
Bangladesh: the students' quota protest began in July; by 5 August the prime minister had fled. Four days earlier she had banned a party. An interim government was sworn in on the 8th. Elections may be held next year. | 2024-07 + ../2024-08-05 + 2024-08-01 + 2024-08-08 + →2025
She reached Lampedusa in the last week of July and Ventimiglia on 10 August. Two weeks after that she was sent back. On Monday she set out once more. | 2024-07-25/2024-07-31 + 2024-08-10 + 2024-08-24~ + 2024-08-26
The rebels' leader was killed in 2018. The year before, he had offered peace. In June of that year, his envoy had been turned away at the airport. | 2018 + 2017 + 2017-06
# 2020-10-26
Chileans voted on Sunday to replace the constitution of 1980. A year ago, on 25 October, a million people marched in Santiago. The assembly will be elected on 11 April and has nine months. | 2020-10-25 + 1980 + 2019~ + 2019-10-25 + →2021-04-11
Her paper from 2003 was cited 12 times until 2019; since January it has been cited 900 times. In November she will speak in Geneva. | 2003 + 2019 + 2020-01/2020-10-26 + →2020-11
Moria burned on the nights of 8 and 9 September. On the 12th the first 300 moved into tents by the sea. Rain flooded these on October 8 and, worse, a week ago. | 2020-09-08/2020-09-09 + 2020-09-12 + 2020-10-08 + 2020-10-19~
The baby, born on the boat on the morning of the 20th, was named Sunday. Her mother, Mercy, had left Benin City in May 2019 and was sold in Sabha that autumn. | 2020-10-20 + 2019-05
He was to retire in March. He stayed, he says, because of the virus, and on 3 October he caught it. He died last Tuesday. On Friday 400 people stood along the road. | asks + 2020-10-03 + 2020-10-20 + 2020-10-23
# 2023-11-14
The tunnel at Silkyara fell in at 5.30 a.m. on Sunday, the day of Diwali. Forty men were trapped. By Monday night a pipe had brought them rice and water. Work on the tunnel began in 2018 and should have been finished by July 2022. It is now due in May 2024. | 2023-11-12 + ../2023-11-13 + 2018 + ../2022-07 + →2024-05
On Remembrance Sunday the square was full. In 1953, when Albert first came, 2,000 men marched; on Sunday there were 31. | 2023-11-12 + 1953 + 2023-11-12
# 2017-03-22
Civil defence workers in west Mosul said that they had dug out 40 bodies since Sunday from houses bombed on Friday. The battle for the west bank began on 19 February; the east fell in January after three months. An inquiry would take a week, an officer said on Tuesday. | 2017-03-19/2017-03-22 + 2017-03-17 + 2017-02-19 + 2017-01 + 2017-03-21
The famine was declared on 20 February in two counties of Unity. It will spread to a third by May, the agency says. On Saturday six aid workers were killed on the road from Juba to Pibor. They had set out that morning with a day's food. | 2017-02-20 + →../2017-05 + 2017-03-18 + 2017-03-18
It was in Lent, in 2003, that the bombs first fell. Ali was six. On 9 April the statue came down. “On the tenth my school was looted,” he says. “Today it has a roof.” | 2003 + asks
Kidal, 20 March. The patrols of former rebels and soldiers, promised for 2015, began in Gao on 23 February; in Kidal they were to start on Monday. They did not. | 2017-03-20 + 2015 + 2017-02-23 + →2017-03-20
# 2025-06-03
Mokwa was flooded in the night to Thursday, 29 May. By Saturday the count of the dead was 151, by Monday more than 200. The last flood, in 2022, took no life here. “On Wednesday evening the children still bathed,” says Mallam Sani. | 2025-05-28/2025-05-29 + ../2025-05-31 + ../2025-06-02 + 2022 + 2025-05-28
Mongolia's prime minister lost a confidence vote early on Tuesday. The protests began on 14 May over a handbag. He had governed since January 2021. A successor must be found within 30 days. | 2025-06-03 + 2025-05-14 + 2021-01/2025-06-03
A ruling by the court on 28 May stopped the tariffs; a day later a higher court let them stand. Steel duties double on Wednesday. A truce with China, agreed on 12 May for 90 days, is in doubt. | 2025-05-28 + 2025-05-29 + asks + 2025-05-12
Her exile began in September 2022. That winter she learnt the alphabet; by spring, she could read the papers. In June the police sent her a letter. She opened it last week. | 2022-09 + asks + 2025-05-26/2025-06-01
Two thousand and eleven was the year of hope. On 11 February of that year, Tarek danced on a tank. On the Tuesday before, he had been beaten under a bridge. | asks + asks
The dead man had been treated for flu a week before. He fell ill on 22 May, went to the clinic on the 24th and was moved to the capital on Monday. Tests came back on Tuesday. | asks + 2025-05-22 + 2025-05-24 + asks + asks
# 2019-02-18
The dam at Brumadinho broke on 25 January, shortly after noon. A month before the break, an expert had signed that it was stable. Eight employees were arrested on Friday. The company's dam at Mariana broke in November 2015. | 2019-01-25 + 2019-02-15 + 2015-11
# 2024-02-22
Avdiivka fell on Saturday after four months. The order to withdraw came in the night to Saturday. “On Thursday we were told to hold, on Friday to run,” says Viktor. The coke plant, built in 1963, had been hit first in July 2014. A year ago, 1,700 people still lived here; on 1 February it was 900. | 2024-02-17 + 2024-02-16/2024-02-17 + asks + 2024-02-16 + 1963 + 2014-07 + 2023~ + 2024-02-01
The two-year-old fell into the well on Sunday at noon. Firemen dug until Tuesday night. On that night, at ten, they reached her. She will go home next week. | 2024-02-18 + 2024-02-20 + 2024-02-20 + →2024-02-26/2024-03-03
From 1 March, visas are no longer needed. Since October, trains have run twice a day; before the war, it was six times. | asks + 2023-10/2024-02-22
# 2021-07-28
China's gymnast won on Tuesday; the final of the men is today. The Games, put off from last summer, end on 8 August. In 1964, they were held in October. | 2021-07-27 + asks + asks + 1964 + asks
Since last autumn 1,100 people have died on the route, against 550 in the same months of 2019. A boat with 37 sank on Monday off Khoms; 57 drowned in a wreck the Monday before. | asks + 2019 + 2021-07-26 + 2021-07-19
# 2016-11-24
In Aleppo's east the last hospital closed on Friday. It had been bombed on Wednesday and on Thursday. The siege began in July and was broken for some weeks in August. On Saturday, chlorine fell. | 2016-11-18 + asks + asks + 2016-07 + 2016-08 + 2016-11-19
His trial was to begin on Monday but was put off to January 9. The offences go back to 2009. | asks + →2017-01-09 + 2009
# 2022-05-25
The fire at the depot in Sitakunda was the fourth in two years. In July 2021, 52 people died in a juice factory; the owner was arrested two days later and freed that month. He has opened a new plant since. | 2021-07 + asks + asks
Two journalists of the station were attacked on Saturday while they filmed in Kirkuk. The police let them wait until Sunday to make a complaint. Last December, a colleague's car was burned. | 2022-05-21 + asks + 2021-12
He had not slept in a bed since August. In October they came over the river, and in the snow of January they reached Przemyśl. A month ago he found work. “Next month I send for my mother,” he says. | 2021-08/2022-05-25 + 2021-10 + 2022-01 + 2022-04~
# 2017-10-20
More than 580,000 Rohingya have crossed since 25 August. Some 10,000 came on Monday alone over the Naf. “My village burned on the day of Eid,” says Nurul, “and we walked for nine days.” Eid was on 2 September. | 2017-08-25/2017-10-20 + 2017-10-16 + 2017-09-02
Kenyans vote again on 26 October. The court threw out the vote of 8 August on 1 September, the first time in Africa. On Wednesday a commissioner fled to New York; she had left on Tuesday night. | →2017-10-26 + 2017-08-08 + 2017-09-01 + 2017-10-18 + 2017-10-17
# 2025-01-16
The truce will begin on Sunday at 8.30 a.m., Qatar's premier said on Wednesday night. Thirty-three hostages are to be freed in its first 42 days. In November 2023, in a week's truce, it was 105. ¶ On Thursday the vote of Israel's cabinet was put off. At least 80 people were killed in Gaza since the deal was announced, rescuers said. | →2025-01-19 + 2025-01-15 + 2023-11 + 2025-01-16
The Stilfontein mine: 246 men were brought up from Monday to Wednesday, 78 of them dead. Police had cut off food in August. In November a court ordered them to let it down. The last cage came up empty on Thursday morning. | 2025-01-13/2025-01-15 + 2024-08 + 2024-11 + 2025-01-16
She was taken in Dadaab on 13 October 2011; a Thursday. On the Saturday the army marched into Somalia. She came home in July 2013. On Tuesday she gave her first lecture. | 2011-10-13 + asks + 2013-07 + asks
# 2023-08-30
The forest of Dadia has burned since 19 August. Eighteen bodies were found on Tuesday last week in one spot, a nineteenth on Thursday and a twentieth on Monday. It is the largest fire in the EU since 2000. | 2023-08-19/2023-08-30 + 2023-08-22 + 2023-08-24 + 2023-08-28 + 2000
On Monday, 1,500 flights were cancelled in Britain, on Tuesday 300. The fault was mended at 2.30 p.m. on the first day. Airlines want an answer by Friday. The last such failure was in December 2014. | asks + 2023-08-29 + →../2023-09-01 + 2014-12
Japan began to let the water out last Thursday. China stopped all fish the same day. The first 7,800 tonnes will take until 10 September. A second release is planned for the autumn. | 2023-08-24 + 2023-08-24 + →2023-09-10
# 2016-07-16
ANKARA — Tanks rolled onto the bridges of Istanbul on Friday at half past ten in the evening. By Saturday noon it was over: 161 people were dead, 2,839 soldiers arrested. The army had last seized power in 1980, and in 1997 it drove out a government without a shot. | 2016-07-15 + ../2016-07-16 + 1980 + 1997
South Sudan turned five last Saturday. Two days before, shots had fallen at a checkpoint in Juba; on the day itself there was quiet, and on Sunday the helicopters came. A truce has held since Monday night. | 2016-07-09 + 2016-07-07 + 2016-07-10 + 2016-07-11/2016-07-16
His diary of the march ends on 17 July 1916. “Tomorrow the wood,” it reads. His grandson, 71, walked there on Friday 1 July; he will come again on the 18th. | 1916-07-17 + 2016-07-01 + →2016-07-18
The boat left Rashid on the 8th with 350 on board. On day four the water ran out. She was picked up on Tuesday and brought to Augusta two days later. | 2016-07-08 + 2016-07-12 + 2016-07-14
"""


@pytest.mark.parametrize(("published", "text", "expected"), rows(TABLE))
def test_days_of_a_story(published: str, text: str, expected: str) -> None:
    assert days_in(text, published) == expected
