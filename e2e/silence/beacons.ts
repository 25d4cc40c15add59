/** Ways by which a page has been made to call home; `HOST` stands for a name (or number) that answers. */
interface Beacon {
  html: string
  /** Takes the whole page away where nothing stops it, so the control run leaves it out. */
  navigates?: true
}

const at = (html: string): Beacon => ({ html })
const away = (html: string): Beacon => ({ html, navigates: true })

export const BEACONS: Record<string, Beacon> = {
  img: at('<img src="https://HOST/a.png">'),
  'img-http': at('<img src="http://HOST/a.png">'),
  'img-number': at('<img src="http://198.51.100.9/a.png">'),
  'img-number6': at('<img src="http://[2001:db8::9]/a.png">'),
  srcset: at('<img srcset="http://HOST/a.png 1x, http://HOST/b.png 2x">'),
  picture: at('<picture><source srcset="http://HOST/a.webp"><img alt=""></picture>'),
  'css-url': at('<p style="background:url(http://HOST/a.png)">words</p>'),
  'css-import': at('<style>@import url(http://HOST/a.css);</style>'),
  'css-cursor': at('<style>body{cursor:url(http://HOST/a.cur),auto}</style>'),
  'css-list': at('<ul style="list-style-image:url(http://HOST/a.png)"><li>words</ul>'),
  font: at('<style>@font-face{font-family:B;src:url(http://HOST/a.woff2)}</style><p style="font-family:B">words</p>'),
  stylesheet: at('<link rel="stylesheet" href="http://HOST/a.css">'),
  prefetch: at('<link rel="prefetch" href="http://HOST/a">'),
  preload: at('<link rel="preload" as="image" href="http://HOST/a.png">'),
  modulepreload: at('<link rel="modulepreload" href="http://HOST/a.js">'),
  'dns-prefetch': at('<link rel="dns-prefetch" href="//HOST">'),
  preconnect: at('<link rel="preconnect" href="http://HOST">'),
  prerender: at('<link rel="prerender" href="http://HOST/a">'),
  speculation: at('<script type="speculationrules">{"prefetch":[{"source":"list","urls":["http://HOST/a"]}]}</script>'),
  icon: at('<link rel="icon" href="http://HOST/a.ico">'),
  manifest: at('<link rel="manifest" href="http://HOST/a.json">'),
  ping: at('<a href="#x" ping="http://HOST/a" class="click">words</a>'),
  form: away('<form action="http://HOST/a"><button class="click">go</button></form>'),
  'meta-refresh': away('<meta http-equiv="refresh" content="0;url=http://HOST/a">'),
  'top-link': away('<a href="http://HOST/a" target="_top" class="click">words</a>'),
  'blank-link': away('<a href="http://HOST/a" target="_blank" class="click">words</a>'),
  'svg-use': at('<svg><use href="http://HOST/a.svg#x"/></svg>'),
  'svg-image': at('<svg><image href="http://HOST/a.png"/></svg>'),
  'svg-filter': at(
    '<svg><filter id="f"><feImage href="http://HOST/a.png"/></filter><rect filter="url(#f)" width="9" height="9"/></svg>',
  ),
  iframe: at('<iframe src="http://HOST/a"></iframe>'),
  srcdoc: at('<iframe srcdoc="<img src=http://HOST/a.png>"></iframe>'),
  object: at('<object data="http://HOST/a"></object>'),
  embed: at('<embed src="http://HOST/a.pdf" type="application/pdf">'),
  video: at('<video src="http://HOST/a.mp4" poster="http://HOST/a.png" preload="auto"></video>'),
  audio: at('<audio src="http://HOST/a.mp3" preload="auto"></audio>'),
  track: at('<video preload="auto"><track default src="http://HOST/a.vtt"></video>'),
  input: at('<input type="image" src="http://HOST/a.png">'),
  background: at('<table background="http://HOST/a.png"><tr><td>words</table>'),
  script: at('<script src="http://HOST/a.js"></script>'),
  'script-fetch': at('<script>fetch("http://HOST/a")</script>'),
  'on-error': at('<img src="x:" onerror="new Image().src=\'http://HOST/a.png\'">'),
  websocket: at('<script>new WebSocket("ws://HOST/a")</script>'),
  events: at('<script>new EventSource("http://HOST/a")</script>'),
  'send-beacon': at('<script>navigator.sendBeacon("http://HOST/a", "x")</script>'),
  webrtc: at(
    '<script>(async()=>{const p=new RTCPeerConnection({iceServers:[{urls:"stun:HOST:3478"}]});p.createDataChannel("x");await p.setLocalDescription(await p.createOffer())})()</script>',
  ),
  base: at('<base href="http://HOST/"><img src="a.png">'),
}

/** The beacon's words for a host of its own, so that the sink's list says which one got through. */
export const beaconHtml = (name: string): string =>
  (BEACONS[name]?.html ?? '').replaceAll('HOST', `${name}.beacon.test`)

/** A saved page as a newspaper might have it, with the beacon in its story. */
const page = (name: string) =>
  `<!doctype html><html><head><title>Harbour report ${name}</title>${beaconHtml(name)}</head><body><article>
<h1>Harbour report ${name}</h1><p>MARENZA, March 12 (LPS) - The harbour reopened on Tuesday after three days, the port office said.</p>
${beaconHtml(name)}<p>Grain will leave again by Friday, said Ilan Darvan, who runs the terminal.</p></article></body></html>`

const mail = `From: desk@press.example\r\nTo: all@press.example\r\nSubject: Harbour mail\r\nDate: Tue, 12 Mar 2019 10:00:00 +0000\r
MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nDisposition-Notification-To: spy@beacon.test\r\n\r
<p>The harbour reopened on Tuesday.</p><img src="http://mail.beacon.test/pixel.gif" width="1" height="1">\r\n`

const markdown = `# Harbour notes\n\nThe harbour reopened on Tuesday. ![pixel](http://markdown.beacon.test/a.png)\n\n<img src="http://raw.beacon.test/a.png">\n
[a link](http://link.beacon.test/) and <http://auto.beacon.test/>\n`

const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/URI/URI(http://pdf.beacon.test/a)>>>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/AA<</O<</S/JavaScript/JS(app.launchURL\\("http://pdfjs.beacon.test/"\\))>>>>>>endobj
trailer<</Root 1 0 R>>
%%EOF\n`

/** The whole corpus by file name: a page per beacon, and the other formats that can carry one. */
export function beaconFiles(): Record<string, string> {
  const pages = Object.keys(BEACONS).map((name): [string, string] => [`${name}.html`, page(name)])
  return { ...Object.fromEntries(pages), 'mail.eml': mail, 'notes.md': markdown, 'action.pdf': pdf }
}
