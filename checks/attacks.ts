/** Strings that someone might hide in a title, a name or an address. */

const SCRIPTS = ['window.hit=1', 'document.title="hit"', 'fetch("https://hit.example/")', 'top.hit=1'];
const FRAMES: readonly ((script: string) => string)[] = [
  (script) => `<script>${script}</script>`,
  (script) => `</script><script>${script}</script>`,
  (script) => `"><img src=x onerror='${script}'>`,
  (script) => `' onmouseover='${script}' autofocus onfocus='${script}`,
  (script) => `<svg/onload=${script}>`,
  (script) => `</title></style></textarea><iframe srcdoc="<script>parent.${script}</script>">`,
  (script) => `javascript:${script}`,
  (script) => `JaVaScRiPt:${script}//https://news.example`,
  (script) => `\u0001javascript:${script}`,
  (script) => `java\nscript:${script}`,
  (script) => `data:text/html,<script>${script}</script>`,
  (script) => `<!--<script>${script}</script>-->`,
  (script) => `<math><mtext><style><img src=x onerror=${script}></style>`,
  (script) => `<a href="javascript:${script}">press</a>`,
  (script) => `\${${script}}{{${script}}}<%= ${script} %>`,
  (script) => `<base href="https://hit.example/"><link rel=stylesheet href=//hit.example/${script.length}.css>`,
  (script) => `<meta http-equiv=refresh content="0;url=https://hit.example/">${script}`,
  (script) => `\u2028${script}\u2029</SCRIPT\t><ScRiPt>${script}</ScRiPt>`,
  (script) => `<form action=https://hit.example><button autofocus>${script}</button></form>`,
  (script) => `&lt;script&gt;${script}&lt;/script&gt;\u202e<b>`,
];

const SIGNS = [
  '=',
  '+',
  '-',
  '@',
  '\t=',
  '\r=',
  '\n=',
  '\u0000=',
  '\uff1d',
  '\uff0b',
  '\uff0d',
  '\uff20',
  '\u200b=',
  '\ufeff=',
  ' =',
  '\u00a0@',
  '\u2060+',
  '\u200f-',
  ';=',
  '"=',
];

/** At least two hundred, for the page. */
export const HOSTILE_MARKUP: readonly string[] = [
  ...FRAMES.flatMap((frame) => SCRIPTS.flatMap((script) => [frame(script), `Minister ${frame(script)}`, frame(encodeURI(script))])),
];

/** Beginnings of a formula, each with something to run. */
export const HOSTILE_FORMULAS: readonly string[] = SIGNS.flatMap((sign) =>
  ['1+1', "cmd|' /C calc'!A0", 'HYPERLINK("https://hit.example";"a")'].map((body) => sign + body),
);
