// Made by scripts/train-roles/train-roles.ts; sha256 of the annotated texts 1e356a93fcc6052ac405e1df049fa22abad2dd432ce7a48d5f674e71506af2d4.
// Learned from Wikinews texts (Wikinews contributors, CC BY 2.5) with our annotation; feature weights only, no texts.

/** A feature of a reading and its weight, a line each, separated by a tab. */
export const ROLE_WEIGHTS = `
age !	-4.00
age =	3.00
all in name	1.17
called	1.53
called body	0.19
called company	0.05
called court	-0.19
called faith	0.03
called forces	0.10
called government	0.10
called kin	0.35
called media	0.37
called office	0.25
called parliament	0.06
called police	-0.12
called suspect	0.18
called team	-0.21
called victim	0.04
called web	0.35
class !	-1.09
class ! body	0.16
class ! company	0.08
class ! forces	-0.04
class ! freq 0	0.29
class ! freq 1	-0.29
class ! freq 2	-0.09
class ! government	-0.23
class ! hospital	0.19
class ! media	0.35
class ! parliament	-0.05
class ! party	-0.08
class ! police	-0.14
class ! rec 0	0.27
class ! rec 1	-0.06
class ! rec 2	-0.29
class ! shop	-0.07
class ! web	-0.20
class =	1.09
class = body	-0.22
class = company	-0.08
class = court	-0.09
class = faith	0.03
class = forces	0.09
class = freq 0	-0.08
class = freq 1	0.19
class = freq 2	-0.03
class = government	0.12
class = media	-0.02
class = parliament	0.08
class = party	0.34
class = police	-0.05
class = rec 0	0.20
class = rec 1	-0.09
class = rec 2	-0.02
class = school	0.09
class = web	-0.19
class ?	-0.15
class ? band	-0.06
class ? body	-0.17
class ? company	0.20
class ? court	-0.04
class ? faith	0.11
class ? forces	-0.11
class ? freq 0	-0.21
class ? freq 1	0.20
class ? freq 2	-0.13
class ? government	-0.23
class ? media	-0.13
class ? parliament	-0.06
class ? party	-0.13
class ? police	-0.14
class ? rec 0	0.08
class ? rec 1	-0.18
class ? rec 2	-0.05
class ? school	-0.02
class ? shop	-0.07
class ? team	0.24
class ? web	0.48
class body band	0.26
class body company	0.21
class body forces	-0.02
class body media	-0.09
class body parliament	-0.06
class body party	-0.05
class body school	-0.05
class company body	-0.03
class company party	0.15
class government body	-0.05
class government forces	-0.02
class government parliament	-0.09
class government school	-0.03
class hospital school	0.24
class media body	-0.05
class media company	0.47
class media parliament	-0.02
class media police	-0.03
class parliament party	-0.03
class party parliament	-0.04
class police forces	-0.04
class police government	-0.02
class shop police	-0.03
class shop web	-0.03
class team body	0.15
class team company	0.04
class team media	-0.02
class team parliament	-0.04
class team party	-0.02
class team school	-0.08
class web body	-0.06
class web company	-0.05
class web media	-0.04
class web parliament	-0.02
class web police	-0.02
count 0	-0.05
count 1	-0.57
count 2	-0.09
count 4	0.35
country !	-3.11
country --	0.31
country -?	-0.41
country =	1.27
country ?	0.08
crime falsefalse suspect	-0.28
crime falsefalse victim	-0.18
crime falsetrue suspect	-0.02
crime falsetrue victim	-0.02
crime truefalse suspect	0.17
crime truefalse victim	0.25
crime truetrue suspect	0.24
described	1.86
described court	0.08
described web	-0.22
det 	-0.12
det 's	-0.02
det 's kin	-0.10
det 's office	-0.03
det her	0.13
det her kin	0.09
det his kin	-0.05
det his office	-0.03
det his person	-0.14
det its	-0.20
det my	-0.12
det my kin	-0.03
det my office	-0.02
det my person	0.12
det my victim	0.07
det that	-0.12
det the	0.13
det the office	0.08
det the person	-0.20
det the suspect	0.04
det the victim	-0.03
det their	-0.14
det this	0.33
det this suspect	0.07
dist 0 person	0.03
dist 1	0.15
dist 1 organization	-0.05
dist 1 person	0.21
dist 13	0.27
dist 13 organization	0.24
dist 13 person	0.02
dist 2 organization	0.18
dist 2 person	-0.20
dist 3	-0.25
dist 3 organization	-0.06
dist 3 person	-0.19
dist 6	-0.07
dist 6 organization	0.08
dist 6 person	-0.16
dist later	-0.45
dist later organization	-0.52
dist later person	0.06
freq 0 band	-0.06
freq 0 body	0.03
freq 0 company	0.41
freq 0 court	-0.18
freq 0 faith	-0.06
freq 0 forces	-0.17
freq 0 government	-0.16
freq 0 kin	-0.40
freq 0 media	0.35
freq 0 office	0.04
freq 0 parliament	0.05
freq 0 party	0.06
freq 0 person	0.04
freq 0 police	-0.05
freq 0 school	-0.03
freq 0 shop	-0.06
freq 0 suspect	0.10
freq 0 team	0.22
freq 0 victim	0.22
freq 0 web	-0.32
freq 1	-0.13
freq 1 body	-0.40
freq 1 company	-0.04
freq 1 court	0.05
freq 1 forces	-0.05
freq 1 government	-0.12
freq 1 kin	0.26
freq 1 media	-0.07
freq 1 office	-0.21
freq 1 parliament	-0.04
freq 1 party	0.16
freq 1 person	-0.29
freq 1 police	0.30
freq 1 school	0.03
freq 1 shop	-0.04
freq 1 suspect	0.10
freq 1 team	0.09
freq 1 victim	-0.09
freq 1 web	0.28
freq 2	0.08
freq 2 body	0.21
freq 2 company	-0.10
freq 2 faith	-0.05
freq 2 forces	-0.11
freq 2 government	-0.03
freq 2 hospital	0.24
freq 2 kin	0.17
freq 2 media	-0.03
freq 2 office	-0.02
freq 2 parliament	-0.07
freq 2 party	-0.05
freq 2 person	-0.07
freq 2 police	-0.24
freq 2 school	0.08
freq 2 shop	-0.03
freq 2 suspect	0.11
freq 2 team	-0.18
freq 2 victim	-0.04
freq 2 web	0.28
freq 3	-0.30
freq 3 body	-0.06
freq 3 company	-0.06
freq 3 court	-0.02
freq 3 faith	0.24
freq 3 forces	0.26
freq 3 government	-0.02
freq 3 hospital	-0.03
freq 3 kin	-0.12
freq 3 media	-0.04
freq 3 office	0.18
freq 3 party	-0.05
freq 3 person	0.05
freq 3 police	-0.34
freq 3 shop	-0.02
freq 3 suspect	-0.20
freq 3 team	0.10
freq 3 victim	-0.04
freq 3 web	-0.15
gender !	-4.02
gender -	-0.58
gender =	0.72
gender ?	0.16
group	0.13
group body	-0.09
group faith	0.21
group government	-0.07
group parliament	-0.03
group party	0.19
group police	-0.03
group web	-0.02
hasrole	0.15
headinname false	-0.45
headinname false false	-0.13
headinname false true	-0.32
headinname true	1.80
headinname true false	0.03
headinname true true	0.27
lead organization false	-0.16
lead person false	-0.31
lead person true	0.09
modifier not in name organization	-1.03
modifier not in name person	0.14
nameless	-0.05
nameless false	-0.19
nameless true	0.15
near organization false	0.04
near organization true	-0.19
near person false	-0.55
near person true	0.34
new	-0.17
new c band	-0.06
new c body	0.08
new c company	-0.16
new c court	-0.12
new c faith	0.11
new c forces	0.14
new c government	0.52
new c hospital	-0.04
new c media	-0.19
new c parliament	0.15
new c party	-0.19
new c police	0.31
new c school	-0.06
new c shop	-0.21
new c team	-0.36
new c web	-0.08
new country false	-0.62
new country true	0.44
new d 	0.29
new d  parliament	0.15
new d  police	0.14
new d 's	-0.07
new d 's parliament	-0.03
new d her	-0.07
new d her body	-0.03
new d her government	0.06
new d her parliament	-0.08
new d her party	-0.03
new d his	-0.15
new d his body	-0.10
new d his team	-0.06
new d its	-0.16
new d its body	-0.03
new d its forces	-0.02
new d its parliament	-0.08
new d its web	-0.03
new d my	-0.05
new d my body	-0.04
new d that	-0.14
new d that body	-0.04
new d that government	-0.08
new d that parliament	-0.02
new d the	0.17
new d the band	-0.06
new d the body	0.36
new d the company	-0.16
new d the court	-0.11
new d the faith	0.11
new d the forces	0.16
new d the government	0.39
new d the hospital	-0.04
new d the media	-0.19
new d the parliament	0.24
new d the party	-0.16
new d the police	0.17
new d the school	-0.06
new d the shop	-0.18
new d the team	-0.25
new d the web	-0.03
new d their	0.02
new d their government	0.07
new d their team	-0.02
new d this body	-0.05
new d this government	0.09
new d this shop	-0.02
new h army	0.23
new h association	-0.02
new h authorities	-0.49
new h authority	0.13
new h body	-0.08
new h cabinet	0.16
new h campaign	0.03
new h center	-0.09
new h chain	-0.04
new h chamber	-0.05
new h church	0.11
new h college	-0.02
new h commission	-0.03
new h committee	-0.02
new h company	-0.07
new h congress	0.19
new h consulate	0.10
new h council	-0.18
new h court	-0.12
new h daily	-0.05
new h duo	-0.06
new h embassy	0.32
new h faction	-0.07
new h force	-0.06
new h franchise	-0.06
new h government	0.83
new h group	-0.08
new h hospital	-0.04
new h hotel	-0.17
new h house	-0.12
new h inquiry	-0.02
new h legislature	-0.16
new h military	-0.03
new h ministry	0.10
new h movement	-0.06
new h museum	-0.13
new h network	-0.10
new h office	-0.16
new h opposition	-0.03
new h organisation	-0.07
new h organization	-0.10
new h parliament	0.15
new h party	-0.04
new h police	0.31
new h promotion	-0.04
new h secretariat	0.20
new h senate	0.32
new h service	0.35
new h side	-0.13
new h site	-0.17
new h station	-0.04
new h team	-0.14
new h union	-0.03
new h website	-0.26
new mods 0	-0.21
new mods 1	0.19
new mods 2	-0.15
new of true	-0.19
none	0.13
none before "	-0.14
none before ,	-0.04
none before -	0.23
none before and	0.48
none before at	0.23
none before by	-0.69
none before for	0.29
none before from	0.13
none before in	0.27
none before of	-0.09
none before on	0.34
none before said	-0.11
none before that	-0.04
none before to	-0.30
none before with	-0.03
none c band	0.12
none c body	0.14
none c company	-0.03
none c court	0.26
none c faith	-0.22
none c forces	-0.07
none c government	-0.19
none c hospital	-0.13
none c kin	0.10
none c media	-0.02
none c parliament	-0.12
none c party	0.06
none c person	0.26
none c police	0.03
none c shop	0.36
none c suspect	-0.11
none c team	0.14
none c victim	-0.04
none capital	-0.13
none country false band	0.12
none country false body	0.08
none country false company	-0.03
none country false court	0.26
none country false faith	-0.22
none country false forces	-0.07
none country false government	0.04
none country false hospital	-0.13
none country false media	-0.02
none country false office	0.02
none country false parliament	-0.15
none country false party	0.06
none country false person	0.24
none country false police	0.03
none country false shop	0.36
none country false suspect	-0.11
none country false team	0.14
none country false victim	-0.04
none country false web	0.15
none country true body	0.06
none country true government	-0.23
none country true kin	0.09
none country true parliament	0.03
none country true person	0.02
none country true web	-0.15
none d 	-0.16
none d  parliament	0.05
none d  police	-0.21
none d 's	0.24
none d 's kin	0.10
none d 's office	0.03
none d 's parliament	0.04
none d her	-0.13
none d her body	0.07
none d her government	-0.05
none d her kin	-0.09
none d her parliament	0.08
none d her party	-0.15
none d his	0.38
none d his body	0.37
none d his kin	0.05
none d his office	0.03
none d his person	0.14
none d his team	-0.21
none d its	0.39
none d its body	0.05
none d its forces	-0.13
none d its parliament	0.13
none d its team	0.04
none d its web	0.28
none d my	0.03
none d my body	0.10
none d my kin	0.03
none d my office	0.02
none d my person	-0.12
none d my team	0.08
none d my victim	-0.07
none d that	0.25
none d that body	0.08
none d that government	0.15
none d that parliament	0.02
none d the	-0.17
none d the band	0.12
none d the body	-0.31
none d the company	-0.03
none d the court	0.26
none d the faith	-0.22
none d the forces	0.07
none d the government	-0.17
none d the hospital	-0.13
none d the office	-0.08
none d the parliament	-0.34
none d the party	0.21
none d the person	0.20
none d the police	0.24
none d the shop	0.30
none d the suspect	-0.04
none d the team	0.13
none d the victim	0.03
none d the web	-0.40
none d their	0.11
none d their government	-0.07
none d their team	0.07
none d their web	0.11
none d this	-0.40
none d this body	-0.22
none d this government	-0.06
none d this parliament	-0.09
none d this shop	0.04
none d this suspect	-0.07
none first	-0.61
none h academy	-0.08
none h accused	0.09
none h administration	0.17
none h ambassador	0.10
none h archbishop	-0.07
none h army	-0.04
none h assailant	-0.06
none h association	0.07
none h attacker	-0.22
none h authorities	0.61
none h board	-0.03
none h body	0.10
none h boss	0.02
none h boy	-0.05
none h brother	0.14
none h cabinet	-0.16
none h campaign	0.19
none h candidate	0.13
none h captain	0.02
none h center	0.17
none h chain	0.07
none h chair	0.14
none h chairwoman	-0.15
none h chamber	-0.14
none h chief	0.02
none h church	-0.22
none h client	-0.07
none h college	0.03
none h commission	-0.04
none h commissioner	-0.12
none h committee	-0.07
none h company	0.14
none h congress	-0.09
none h consulate	-0.15
none h council	0.12
none h court	0.26
none h daily	0.11
none h daughter	0.04
none h deceased	0.17
none h director	-0.24
none h duo	0.12
none h embassy	-0.36
none h executive	-0.20
none h faction	0.15
none h father	-0.33
none h firm	-0.03
none h force	0.13
none h franchise	0.25
none h friend	0.12
none h government	-0.81
none h governor	0.03
none h group	-0.16
none h gunman	-0.11
none h head	0.11
none h hospital	-0.13
none h hotel	0.27
none h house	0.14
none h husband	-0.09
none h individual	-0.07
none h inquiry	0.04
none h lawyer	0.12
none h leader	-0.35
none h legislature	-0.03
none h lyricist	-0.21
none h man	0.28
none h mayor	-0.02
none h military	-0.16
none h minister	-0.07
none h monarch	0.08
none h mother	-0.14
none h movement	0.12
none h museum	0.15
none h nephew	0.10
none h network	-0.27
none h office	0.37
none h opposition	0.06
none h organisation	-0.20
none h organization	-0.06
none h parliament	0.05
none h partner	0.09
none h party	-0.27
none h perpetrator	0.14
none h pilot	0.04
none h police	0.03
none h president	0.11
none h promotion	-0.19
none h school	0.06
none h seaman	-0.22
none h secretariat	-0.14
none h secretary	0.18
none h senate	-0.16
none h service	-0.08
none h side	-0.11
none h site	0.06
none h son	0.10
none h speaker	0.17
none h spokesperson	0.08
none h star	0.03
none h station	0.15
none h stepfather	0.18
none h suspect	0.12
none h team	0.20
none h trust	0.02
none h union	0.07
none h unit	0.02
none h victim	-0.14
none h website	0.02
none h wife	-0.11
none h woman	0.08
none h writer	0.16
none h youth	0.02
none mods 0	-0.22
none mods 2	0.74
none next 10	0.74
none next 11	-0.08
none next 12	-0.09
none next 13	0.24
none next 2	-0.46
none next 3	-0.14
none next 4	0.03
none next 5	0.08
none next 6	0.24
none next 7	-0.10
none next 8	0.08
none of true	0.53
none possessor	-0.14
none predicate	1.86
none repeats 1 organization	0.41
none repeats 1 person	0.05
none repeats 2 organization	-0.21
none repeats 2 person	-0.03
none repeats 3 organization	0.11
none repeats 3 person	0.20
office kind	1.50
office kind country ?	1.00
office no country --	-0.03
office no country -?	-0.03
office no country =	-0.08
office no country ?	-0.38
office no freq 0	0.03
office no freq 1	0.28
office no freq 2	-0.32
office no kin	0.09
office no office	-0.36
office no person	-0.13
office no rec 0	0.08
office no rec 1	0.13
office no rec 2	-0.23
office no suspect	0.59
office no victim	-0.20
office other	-0.21
office other country --	0.02
office other country -?	-0.11
office other country ?	-0.13
office other freq 0	0.04
office other freq 1	-0.20
office other freq 2	-0.06
office other kin	-0.06
office other office	-0.85
office other person	-0.07
office other rec 0	-0.11
office other rec 2	-0.09
office other suspect	-0.48
office other victim	0.24
office same	2.01
office same country !	-0.05
office same country --	0.28
office same country -?	-0.25
office same country =	-0.17
office same country ?	1.21
office same freq 0	-0.09
office same freq 1	-0.31
office same freq 2	0.41
office same kin	-0.13
office same office	0.20
office same person	-0.06
office same rec 0	-0.31
office same rec 1	0.06
office same rec 2	0.26
only false	-0.44
only true	0.07
pair band	-0.06
pair body	-0.22
pair company	0.20
pair court	-0.15
pair faith	0.12
pair forces	-0.07
pair government	-0.33
pair hospital	0.18
pair kin	-0.10
pair media	0.21
pair parliament	-0.04
pair party	0.13
pair person	-0.26
pair police	-0.33
pair school	0.06
pair shop	-0.14
pair suspect	0.11
pair team	0.23
pair victim	0.04
pair web	0.08
place organization 0 0	0.03
place organization 0 1	0.54
place organization 0 2	-0.02
place organization 1 0	-0.10
place organization 1 1	-0.37
place organization 1 2	0.15
place organization 2 0	0.05
place organization 2 1	0.11
place organization 2 2	-0.10
place organization 3 0	0.02
place organization 3 1	-0.18
place organization 3 2	-0.27
place person 0 0	-0.15
place person 0 1	-0.07
place person 0 2	-0.13
place person 1 0	0.36
place person 1 1	-0.10
place person 1 2	-0.08
place person 2 1	-0.17
place person 2 2	-0.10
place person 3 0	-0.21
place person 3 1	0.11
place person 3 2	0.33
portfolio !	-1.81
portfolio =	1.92
rec 0	0.21
rec 0 band	-0.06
rec 0 body	0.09
rec 0 company	0.42
rec 0 court	0.06
rec 0 faith	-0.05
rec 0 forces	-0.04
rec 0 government	-0.29
rec 0 hospital	0.24
rec 0 kin	-0.25
rec 0 media	0.10
rec 0 parliament	0.03
rec 0 party	0.07
rec 0 person	-0.09
rec 0 police	-0.13
rec 0 shop	-0.08
rec 0 suspect	-0.03
rec 0 team	-0.07
rec 0 victim	0.05
rec 0 web	0.26
rec 1	-0.15
rec 1 body	-0.12
rec 1 company	-0.06
rec 1 court	-0.18
rec 1 faith	-0.03
rec 1 forces	-0.16
rec 1 government	0.13
rec 1 kin	0.27
rec 1 media	0.07
rec 1 office	-0.07
rec 1 parliament	0.06
rec 1 party	-0.05
rec 1 person	-0.16
rec 1 police	0.08
rec 1 school	-0.05
rec 1 suspect	0.04
rec 1 team	0.21
rec 1 victim	0.09
rec 1 web	-0.21
rec 2	-0.23
rec 2 body	-0.03
rec 2 company	-0.10
rec 2 court	-0.02
rec 2 government	-0.11
rec 2 kin	-0.18
rec 2 media	0.09
rec 2 office	0.07
rec 2 parliament	0.06
rec 2 party	-0.03
rec 2 person	-0.05
rec 2 police	-0.12
rec 2 school	0.12
rec 2 shop	-0.02
rec 2 suspect	-0.10
rec 2 team	0.06
rec 2 victim	-0.02
rec 2 web	0.17
rec 3	-0.19
rec 3 body	-0.17
rec 3 company	-0.06
rec 3 faith	0.20
rec 3 forces	0.13
rec 3 government	-0.06
rec 3 hospital	-0.05
rec 3 kin	0.07
rec 3 media	-0.05
rec 3 parliament	-0.19
rec 3 party	0.14
rec 3 person	0.03
rec 3 police	-0.16
rec 3 shop	-0.02
rec 3 suspect	0.20
rec 3 team	0.02
rec 3 victim	-0.07
rec 3 web	-0.13
repeats 1 organization 0	-0.18
repeats 1 organization 1	0.24
repeats 1 organization 2	-0.08
repeats 1 person 0	-0.07
repeats 1 person 1	0.04
repeats 2 organization 0	0.27
repeats 2 organization 1	0.02
repeats 2 organization 2	0.15
repeats 2 person 0	0.06
repeats 2 person 1	-0.15
repeats 2 person 2	0.12
repeats 3 organization 0	-0.10
repeats 3 organization 1	-0.16
repeats 3 organization 2	-0.32
repeats 3 person 1	-0.12
repeats 3 person 2	-0.08
suspect false	-0.30
suspect true	0.41
taken	-0.39
taken body	-0.03
taken court	-0.05
taken forces	-0.06
taken government	-0.02
taken kin	-0.16
taken media	-0.08
taken office	-0.06
taken person	-0.09
taken police	-0.08
taken suspect	-0.06
taken team	0.40
taken web	-0.06
victim false	0.07
victim true	-0.02
`
