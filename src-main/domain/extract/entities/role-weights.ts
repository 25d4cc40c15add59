// Made by scripts/train-roles/train-roles.ts; sha256 of the annotated texts 1e356a93fcc6052ac405e1df049fa22abad2dd432ce7a48d5f674e71506af2d4.
// Learned from Wikinews texts (Wikinews contributors, CC BY 2.5) with our annotation; feature weights only, no texts.

/** A feature of a reading and its weight, a line each, separated by a tab. */
export const ROLE_WEIGHTS = `
age ?	-0.04
all in name	1.57
called	3.25
called body	0.37
called company	0.18
called court	-0.82
called faith	0.13
called forces	0.33
called government	0.63
called kin	1.15
called media	0.77
called office	1.08
called parliament	0.40
called person	-0.09
called police	-0.36
called suspect	0.39
called team	-1.26
called victim	0.08
called web	0.28
class !	-1.10
class ! body	0.79
class ! company	0.12
class ! court	-0.16
class ! faith	-0.08
class ! forces	-0.29
class ! government	-0.72
class ! hospital	0.57
class ! media	0.74
class ! parliament	-0.23
class ! party	-0.27
class ! police	-0.57
class ! school	-0.02
class ! shop	-0.16
class ! team	-0.12
class ! web	-0.70
class =	1.42
class = body	-0.64
class = company	-0.47
class = court	0.10
class = faith	0.13
class = forces	0.51
class = government	0.41
class = media	-0.02
class = parliament	0.47
class = party	1.06
class = police	0.36
class = school	0.30
class = web	-0.77
class ?	-0.49
class ? band	-0.37
class ? body	-0.46
class ? company	0.64
class ? court	-0.16
class ? faith	0.31
class ? forces	-0.37
class ? government	-0.52
class ? hospital	-0.04
class ? media	-0.35
class ? parliament	-0.29
class ? party	-0.44
class ? police	-0.46
class ? school	-0.06
class ? shop	-0.18
class ? team	0.74
class ? web	1.52
class body band	1.41
class body company	0.78
class body forces	-0.18
class body government	-0.06
class body media	-0.24
class body parliament	-0.26
class body party	-0.30
class body police	-0.03
class body school	-0.22
class body web	-0.10
class company body	-0.17
class company forces	-0.08
class company government	-0.03
class company parliament	-0.04
class company party	0.50
class company web	-0.04
class court forces	-0.15
class faith body	-0.04
class faith party	-0.03
class forces body	-0.06
class forces company	-0.13
class forces government	-0.03
class forces police	-0.05
class government body	-0.14
class government court	-0.04
class government forces	-0.07
class government parliament	-0.28
class government party	-0.05
class government police	-0.02
class government school	-0.10
class hospital band	-0.07
class hospital media	-0.04
class hospital parliament	-0.02
class hospital school	0.86
class hospital web	-0.16
class media body	-0.14
class media company	1.13
class media government	-0.02
class media parliament	-0.06
class media police	-0.15
class parliament party	-0.15
class parliament school	-0.03
class party body	-0.03
class party company	-0.04
class party government	-0.03
class party parliament	-0.15
class police body	-0.06
class police court	-0.08
class police forces	-0.23
class police government	-0.05
class police media	-0.04
class police party	-0.04
class police web	-0.03
class shop body	-0.03
class shop police	-0.04
class shop web	-0.07
class team body	0.54
class team company	0.52
class team forces	-0.14
class team government	-0.03
class team hospital	-0.03
class team media	-0.09
class team parliament	-0.14
class team party	-0.05
class team school	-0.70
class web body	-0.30
class web company	-0.13
class web media	-0.08
class web parliament	-0.08
class web police	-0.06
count 0	-0.34
count 1	-0.77
count 2	-0.48
count 3	-0.15
count 4	1.18
country !	-2.17
country --	0.76
country -?	-0.69
country =	0.69
country ?	0.85
crime falsefalse suspect	-0.65
crime falsefalse victim	-0.98
crime falsetrue suspect	-0.05
crime falsetrue victim	-0.07
crime truefalse suspect	0.19
crime truefalse victim	1.24
crime truetrue suspect	0.65
described	0.31
described court	0.77
described web	-0.46
det 	-0.52
det 's	-0.04
det 's kin	-0.35
det 's office	0.35
det 's person	-0.02
det her	0.43
det her kin	0.15
det her person	-0.03
det his	0.22
det his kin	-0.15
det his office	-0.09
det his person	-0.34
det its	-0.15
det its person	-0.08
det my	-0.72
det my kin	0.07
det my office	-0.14
det my person	0.64
det my victim	0.20
det that	-0.57
det the	0.41
det the kin	-0.18
det the office	0.12
det the person	-0.66
det the suspect	-0.08
det their	-0.50
det this	1.28
det this suspect	0.21
dist 0	0.09
dist 0 organization	-0.70
dist 0 person	0.78
dist 1	0.33
dist 1 organization	-0.55
dist 1 person	0.88
dist 13	0.63
dist 13 organization	1.01
dist 13 person	-0.38
dist 2	-0.29
dist 2 organization	0.59
dist 2 person	-0.87
dist 3	-0.42
dist 3 organization	0.09
dist 3 person	-0.51
dist 6	-0.14
dist 6 organization	0.20
dist 6 person	-0.33
dist later	-0.76
dist later organization	-0.81
dist later person	0.05
freq 0	-0.18
freq 0 band	-0.36
freq 0 body	0.14
freq 0 company	0.87
freq 0 court	-0.71
freq 0 faith	-0.34
freq 0 forces	-0.72
freq 0 government	-0.42
freq 0 hospital	-0.07
freq 0 kin	-1.00
freq 0 media	0.73
freq 0 office	0.13
freq 0 party	0.21
freq 0 person	0.25
freq 0 police	-0.18
freq 0 school	-0.19
freq 0 shop	-0.11
freq 0 suspect	0.32
freq 0 team	0.91
freq 0 victim	0.93
freq 0 web	-0.56
freq 1	0.09
freq 1 body	-0.85
freq 1 company	-0.04
freq 1 court	0.38
freq 1 faith	-0.07
freq 1 forces	-0.17
freq 1 government	-0.27
freq 1 hospital	-0.16
freq 1 kin	0.51
freq 1 media	-0.16
freq 1 office	-0.89
freq 1 parliament	0.02
freq 1 party	0.65
freq 1 person	-0.98
freq 1 police	1.60
freq 1 school	0.30
freq 1 shop	-0.11
freq 1 suspect	0.24
freq 1 team	0.04
freq 1 victim	-0.39
freq 1 web	0.44
freq 2	-0.05
freq 2 body	0.58
freq 2 company	-0.31
freq 2 court	0.28
freq 2 faith	-0.22
freq 2 forces	-0.38
freq 2 government	0.24
freq 2 hospital	0.86
freq 2 kin	0.61
freq 2 media	-0.11
freq 2 office	0.21
freq 2 parliament	-0.24
freq 2 party	-0.31
freq 2 person	-0.31
freq 2 police	-0.97
freq 2 school	0.16
freq 2 shop	-0.06
freq 2 suspect	0.08
freq 2 team	-0.80
freq 2 victim	-0.24
freq 2 web	0.88
freq 3	-0.40
freq 3 body	-0.18
freq 3 company	-0.23
freq 3 court	-0.18
freq 3 faith	0.99
freq 3 forces	1.13
freq 3 government	-0.38
freq 3 hospital	-0.10
freq 3 kin	-0.59
freq 3 media	-0.08
freq 3 office	0.79
freq 3 parliament	0.16
freq 3 party	-0.20
freq 3 person	0.54
freq 3 police	-1.12
freq 3 school	-0.05
freq 3 shop	-0.05
freq 3 suspect	-0.50
freq 3 team	0.47
freq 3 victim	-0.10
freq 3 web	-0.72
gender !	-1.38
gender -	-1.53
gender =	1.60
gender ?	0.92
group	0.60
group body	-0.38
group faith	0.92
group government	-0.21
group parliament	-0.22
group party	0.69
group police	-0.08
group shop	-0.04
group team	-0.02
group web	-0.06
hasrole	-0.75
headinname false	-1.31
headinname false false	-0.45
headinname false true	-0.87
headinname true	1.15
headinname true false	0.63
headinname true true	0.52
modifier in name	0.34
modifier in name organization	0.40
modifier in name person	-0.07
modifier not in name organization	-1.86
modifier not in name person	-0.15
nameless	-0.34
nameless false	-0.52
nameless true	0.18
new	-0.55
new c band	-0.22
new c company	-0.45
new c court	-0.38
new c faith	0.45
new c forces	0.69
new c government	0.92
new c hospital	-0.12
new c media	-0.41
new c parliament	0.42
new c party	-0.49
new c police	0.61
new c school	-0.16
new c shop	-0.55
new c team	-0.77
new c web	-0.10
new country false	-1.21
new country true	0.67
new d 	0.65
new d  parliament	0.80
new d  police	-0.15
new d 's	-0.24
new d 's court	-0.03
new d 's parliament	-0.15
new d 's shop	-0.03
new d her	-0.24
new d her body	-0.08
new d her government	0.15
new d her parliament	-0.22
new d her party	-0.08
new d his	-0.37
new d his body	-0.25
new d his team	-0.12
new d its	-0.47
new d its body	-0.08
new d its forces	-0.06
new d its parliament	-0.22
new d its web	-0.09
new d my	-0.15
new d my body	-0.12
new d my team	-0.02
new d that	-0.36
new d that body	-0.07
new d that government	-0.27
new d that parliament	-0.02
new d the	0.50
new d the band	-0.22
new d the body	0.82
new d the company	-0.45
new d the court	-0.35
new d the faith	0.45
new d the forces	0.75
new d the government	0.48
new d the hospital	-0.12
new d the media	-0.41
new d the parliament	0.31
new d the party	-0.40
new d the police	0.76
new d the school	-0.16
new d the shop	-0.45
new d the team	-0.56
new d the web	0.06
new d their	0.14
new d their government	0.24
new d their team	-0.04
new d their web	-0.07
new d this body	-0.20
new d this government	0.34
new d this parliament	-0.07
new d this shop	-0.08
new h academy	-0.05
new h administration	0.25
new h archive	-0.05
new h army	0.99
new h association	-0.08
new h authorities	-1.52
new h authority	0.61
new h board	-0.04
new h body	-0.31
new h cabinet	0.64
new h campaign	0.05
new h center	-0.29
new h chain	-0.06
new h chamber	-0.21
new h church	0.45
new h college	-0.06
new h commission	-0.09
new h committee	-0.05
new h company	-0.18
new h congress	0.73
new h consulate	0.38
new h council	-0.99
new h court	-0.38
new h daily	-0.13
new h duo	-0.22
new h embassy	0.91
new h faction	-0.13
new h firm	-0.02
new h force	-0.20
new h franchise	-0.11
new h government	1.55
new h group	-0.23
new h hospital	-0.12
new h hotel	-0.47
new h house	-0.30
new h inquiry	-0.05
new h legislature	-0.84
new h military	-0.10
new h ministry	0.36
new h movement	-0.16
new h museum	-0.76
new h network	-0.18
new h office	-0.55
new h opposition	-0.08
new h organisation	-0.34
new h organization	-0.45
new h parliament	0.80
new h party	-0.11
new h police	0.61
new h promotion	-0.07
new h school	-0.03
new h secretariat	0.90
new h senate	1.25
new h service	1.41
new h side	-0.27
new h site	-0.43
new h station	-0.10
new h store	-0.03
new h team	-0.33
new h trust	-0.05
new h union	-0.08
new h university	-0.02
new h website	-1.08
new mods 0	-0.04
new mods 1	0.02
new mods 2	-0.52
new of false	-0.20
new of true	-0.35
none	1.10
none before "	0.05
none before ,	-0.25
none before -	0.23
none before and	1.01
none before at	0.79
none before by	-2.49
none before for	1.10
none before from	0.37
none before in	0.69
none before of	-0.22
none before on	1.40
none before said	-0.24
none before that	-0.16
none before to	-1.16
none before with	-0.02
none c band	0.60
none c body	0.31
none c company	0.15
none c court	0.61
none c faith	-0.81
none c forces	-0.55
none c government	-0.10
none c hospital	-0.41
none c kin	0.47
none c media	0.04
none c office	-0.24
none c parliament	-0.37
none c party	0.14
none c person	0.49
none c police	0.06
none c school	-0.05
none c shop	0.89
none c suspect	-0.13
none c team	0.16
none c victim	-0.20
none c web	0.05
none capital	-0.32
none d 	-0.13
none d  parliament	0.31
none d  police	-0.44
none d 's	0.31
none d 's court	0.03
none d 's kin	0.35
none d 's office	-0.35
none d 's parliament	0.16
none d 's person	0.02
none d 's shop	0.05
none d 's team	0.03
none d her	-0.32
none d her body	0.25
none d her government	-0.13
none d her kin	-0.15
none d her parliament	0.22
none d her party	-0.54
none d her person	0.03
none d his	0.73
none d his body	1.19
none d his kin	0.15
none d his office	0.09
none d his person	0.34
none d his team	-1.04
none d its	0.70
none d its body	0.15
none d its forces	-0.68
none d its parliament	0.35
none d its person	0.08
none d its team	0.12
none d its web	0.67
none d my	0.09
none d my body	0.30
none d my kin	-0.07
none d my office	0.14
none d my person	-0.64
none d my team	0.56
none d my victim	-0.20
none d that	0.93
none d that body	0.14
none d that government	0.77
none d that parliament	0.02
none d the	-0.09
none d the band	0.60
none d the body	-0.89
none d the company	0.15
none d the court	0.58
none d the faith	-0.81
none d the forces	0.13
none d the government	-0.30
none d the hospital	-0.41
none d the kin	0.18
none d the media	0.05
none d the office	-0.12
none d the parliament	-1.04
none d the party	0.68
none d the person	0.66
none d the police	0.50
none d the school	-0.05
none d the shop	0.71
none d the suspect	0.08
none d the team	0.27
none d the web	-1.06
none d their	0.37
none d their government	-0.28
none d their team	0.21
none d their web	0.44
none d this	-1.48
none d this body	-0.83
none d this government	-0.18
none d this parliament	-0.39
none d this shop	0.13
none d this suspect	-0.21
none first	-1.32
none h academy	-0.25
none h accused	0.56
none h administration	0.88
none h ambassador	0.72
none h archbishop	-0.21
none h archive	-0.04
none h army	-0.21
none h assailant	-0.19
none h association	0.25
none h attacker	-0.62
none h attorney	0.05
none h authorities	1.88
none h authority	-0.10
none h board	-0.10
none h body	0.48
none h boss	0.14
none h boy	-0.26
none h brother	0.23
none h cabinet	-0.63
none h campaign	0.76
none h candidate	0.37
none h captain	0.15
none h center	0.54
none h chain	0.13
none h chair	0.71
none h chairwoman	-0.95
none h chamber	-0.53
none h child	0.05
none h church	-0.81
none h client	-0.20
none h college	0.08
none h commission	-0.09
none h commissioner	-0.55
none h committee	-0.23
none h company	0.65
none h congress	-0.49
none h consulate	-0.77
none h council	0.78
none h court	0.61
none h daily	0.30
none h daughter	0.31
none h deceased	0.94
none h director	-1.50
none h duo	0.60
none h embassy	-1.08
none h executive	-0.70
none h faction	0.35
none h father	-1.32
none h firm	-0.13
none h force	0.40
none h franchise	0.88
none h friend	0.37
none h government	-2.23
none h governor	0.14
none h group	-0.42
none h gunman	-0.22
none h head	0.58
none h hospital	-0.41
none h hotel	0.71
none h house	0.33
none h husband	-0.44
none h individual	-0.21
none h inquiry	0.28
none h lawyer	0.26
none h leader	-1.90
none h legislature	-0.36
none h lyricist	-1.34
none h man	1.51
none h mayor	-0.37
none h military	-0.75
none h minister	-0.61
none h monarch	0.32
none h mother	-0.30
none h movement	0.43
none h museum	0.90
none h nephew	0.42
none h network	-0.70
none h nominee	0.06
none h office	1.18
none h opposition	0.19
none h organisation	-0.99
none h organization	-0.25
none h owner	0.07
none h parliament	0.31
none h partner	0.45
none h party	-0.83
none h perpetrator	0.48
none h pilot	0.10
none h police	0.06
none h pope	-0.02
none h president	1.05
none h prince	-0.10
none h promotion	-0.88
none h queen	-0.13
none h school	0.26
none h scientist	0.02
none h seaman	-0.91
none h secretariat	-0.76
none h secretary	0.65
none h senate	-0.42
none h service	-0.17
none h side	-0.61
none h site	0.57
none h son	0.35
none h speaker	0.94
none h spokesperson	0.65
none h star	0.11
none h station	0.45
none h stepfather	1.08
none h store	0.05
none h successor	0.18
none h suspect	0.08
none h team	0.77
none h trust	0.05
none h union	0.25
none h unit	0.05
none h university	-0.13
none h victim	-0.94
none h website	-0.35
none h wife	-0.67
none h woman	0.53
none h writer	0.36
none h youth	0.08
none mods 0	-0.12
none mods 1	-0.06
none mods 2	1.29
none next 10	1.50
none next 11	-0.16
none next 12	0.15
none next 13	0.40
none next 2	-1.03
none next 3	-0.43
none next 4	0.29
none next 5	0.39
none next 6	0.45
none next 7	-0.82
none next 8	0.36
none of false	-0.27
none of true	1.37
none possessor	-0.48
none predicate	2.38
office no	-0.32
office no kin	-0.16
office no office	-0.55
office no person	-0.16
office no suspect	1.31
office no victim	-0.76
office other	-1.01
office other kin	-0.12
office other office	-0.37
office other person	-0.30
office other suspect	-1.18
office other victim	0.96
office same	0.94
office same kin	-0.18
office same office	1.15
office same person	-0.03
only false	-0.68
only true	0.13
pair band	-0.37
pair body	-0.32
pair company	0.29
pair court	-0.23
pair faith	0.36
pair forces	-0.14
pair government	-0.82
pair hospital	0.53
pair kin	-0.47
pair media	0.37
pair office	0.24
pair parliament	-0.05
pair party	0.35
pair person	-0.49
pair police	-0.67
pair school	0.22
pair shop	-0.34
pair suspect	0.13
pair team	0.62
pair victim	0.20
pair web	0.05
portfolio !	-0.89
portfolio =	0.84
rec 0	0.64
rec 0 band	-0.36
rec 0 body	0.44
rec 0 company	1.48
rec 0 court	0.45
rec 0 faith	-0.23
rec 0 forces	-0.12
rec 0 government	-1.58
rec 0 hospital	0.86
rec 0 kin	-0.75
rec 0 media	0.19
rec 0 office	-0.48
rec 0 parliament	0.12
rec 0 party	0.24
rec 0 person	-0.11
rec 0 police	-0.37
rec 0 school	0.15
rec 0 shop	-0.17
rec 0 suspect	0.15
rec 0 team	0.10
rec 0 victim	-0.29
rec 0 web	0.94
rec 1	-0.37
rec 1 body	-0.24
rec 1 company	-0.62
rec 1 court	-0.50
rec 1 faith	-0.31
rec 1 forces	-0.69
rec 1 government	1.12
rec 1 hospital	-0.02
rec 1 kin	0.88
rec 1 media	0.10
rec 1 office	0.28
rec 1 parliament	0.32
rec 1 party	-0.30
rec 1 person	-0.56
rec 1 police	0.58
rec 1 school	-0.35
rec 1 shop	-0.05
rec 1 suspect	-0.09
rec 1 team	0.57
rec 1 victim	0.96
rec 1 web	-1.43
rec 2	-0.47
rec 2 body	0.03
rec 2 company	-0.29
rec 2 court	-0.08
rec 2 faith	-0.04
rec 2 forces	0.02
rec 2 government	-0.22
rec 2 kin	-1.20
rec 2 media	0.22
rec 2 office	0.28
rec 2 parliament	0.33
rec 2 party	-0.06
rec 2 person	-0.26
rec 2 police	-0.19
rec 2 school	0.47
rec 2 shop	-0.06
rec 2 suspect	-0.47
rec 2 team	0.17
rec 2 victim	-0.10
rec 2 web	1.01
rec 3	-0.36
rec 3 body	-0.54
rec 3 company	-0.28
rec 3 court	-0.09
rec 3 faith	0.94
rec 3 forces	0.65
rec 3 government	-0.14
rec 3 hospital	-0.28
rec 3 kin	0.61
rec 3 media	-0.14
rec 3 office	0.16
rec 3 parliament	-0.82
rec 3 party	0.47
rec 3 person	0.44
rec 3 police	-0.70
rec 3 school	-0.05
rec 3 shop	-0.06
rec 3 suspect	0.54
rec 3 team	-0.22
rec 3 victim	-0.37
rec 3 web	-0.47
suspect false	-0.70
suspect true	0.84
taken	-0.90
taken body	-0.13
taken court	-0.42
taken faith	-0.03
taken forces	-0.15
taken government	-0.11
taken kin	-0.46
taken media	-0.16
taken office	-0.32
taken person	-0.42
taken police	-0.37
taken suspect	-0.10
taken team	1.91
taken victim	-0.04
taken web	-0.09
victim false	0.26
victim true	-0.07
`
