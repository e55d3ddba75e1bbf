/** The page's only style sheet. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fbfaf7;--card:#fff;--ink:#1c2530;--muted:#56616c;--grid:#dde3e8;--link:#1a5c96;--negative:#a14a05;--positive:#1f5f9f;
--negative-wash:#fbe3cf;--positive-wash:#d9e8f6;--side-1:#0072b2;--side-2:#c55200;--side-3:#00795a;--side-4:#953a86;--other:#6b747d}
@media(prefers-color-scheme:dark){:root{--paper:#14181d;--card:#1b2127;--ink:#e6eaee;--muted:#a3adb7;--grid:#333c45;--link:#7db8ec;--negative:#f0a163;--positive:#86bdf0;
--negative-wash:#4d3018;--positive-wash:#1d3a56;--side-1:#56a9dd;--side-2:#f08a45;--side-3:#3dbf98;--side-4:#d38bc6;--other:#98a2ac}}
*{box-sizing:border-box}
html{scroll-behavior:smooth}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.55 Charter,"Bitstream Charter","Iowan Old Style",Georgia,serif}
header,main,footer{max-width:64rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2.5rem}
h1{font-size:2.1rem;line-height:1.15;margin:0 0 .5rem;letter-spacing:-.01em}
h2{font-size:1.4rem;line-height:1.25;margin:3.5rem 0 .4rem;padding-top:1.1rem;border-top:1px solid var(--grid)}
h3{font-size:1.02rem;margin:0;line-height:1.3}
p{margin:.5rem 0;max-width:44rem}
.lead{font-size:1.12rem}
.note,.byline,nav,figcaption,table,label,input,select,button,summary,footer,.facts{font-family:system-ui,"Segoe UI",Roboto,sans-serif}
.note,figcaption{color:var(--muted);font-size:.86rem;line-height:1.45}
nav{margin:1.2rem 0 0;font-size:.92rem}
nav a{display:inline-block;margin:0 1.1rem .3rem 0;padding:.2rem 0}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}
figure{margin:1rem 0}
svg{display:block;max-width:100%;height:auto;overflow:visible}
svg text{font-family:system-ui,"Segoe UI",Roboto,sans-serif}
svg a{cursor:pointer}
svg a:hover path,svg a:focus path{stroke:var(--ink);stroke-width:2}
.narrow{display:none}
.multiples{display:grid;grid-template-columns:repeat(auto-fill,minmax(15.5rem,1fr));gap:1.6rem 1.4rem;margin-top:1.2rem}
.multiples figure{margin:0}
.multiples .note{margin:.1rem 0 .4rem}
.facts{display:flex;flex-wrap:wrap;gap:.6rem 2.2rem;margin:1.2rem 0 0;padding:0}
.facts div{min-width:6rem}
.facts dt{color:var(--muted);font-size:.82rem}
.facts dd{margin:0;font-size:1.35rem;font-weight:600;font-variant-numeric:tabular-nums}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:.86rem;line-height:1.4;font-variant-numeric:tabular-nums;margin:.6rem 0;min-width:20rem}
caption{text-align:left;color:var(--muted);padding-bottom:.3rem}
th,td{text-align:left;padding:.25rem .9rem .25rem 0;border-bottom:1px solid var(--grid);vertical-align:top}
th{font-weight:600}
td.number,th.number{text-align:right}
td.hash{font-family:ui-monospace,monospace;font-size:.78rem;color:var(--muted)}
details{margin:.6rem 0}
summary{cursor:pointer;color:var(--link);font-size:.9rem;padding:.2rem 0}
.columns{display:grid;grid-template-columns:1fr 1fr;gap:0 2.2rem}
ul.statements{list-style:none;margin:.6rem 0;padding:0}
.statement{margin:0 0 1.15rem;padding:0 0 0 .9rem;border-left:3px solid var(--grid)}
blockquote{margin:0;overflow-wrap:anywhere}
.byline{margin:.25rem 0 0;max-width:none;font-size:.84rem;color:var(--muted);overflow-wrap:anywhere}
.byline b{color:var(--ink)}
.tone{display:inline-block;margin-right:.55rem;padding:0 .45rem;border-radius:.25rem;border:1px solid var(--grid);color:var(--ink);font-variant-numeric:tabular-nums}
.tone.negative{background:var(--negative-wash);border-color:transparent}
.tone.positive{background:var(--positive-wash);border-color:transparent}
mark{color:inherit;border-radius:.15rem;padding:0 .1em}
mark.negative{background:var(--negative-wash);text-decoration:underline dotted;text-underline-offset:.2em}
mark.positive{background:var(--positive-wash)}
form{display:grid;grid-template-columns:repeat(auto-fill,minmax(16rem,1fr));gap:.7rem 1rem;margin:1rem 0}
label{display:block;font-size:.82rem;color:var(--muted)}
input,select,button{font-size:1rem;width:100%;padding:.5rem .6rem;border:1px solid var(--muted);border-radius:.3rem;background:var(--card);color:var(--ink)}
button{width:auto;cursor:pointer}
.day{white-space:nowrap}
.empty{color:var(--muted);font-style:italic}
footer{margin-top:3.5rem;padding-top:1rem;padding-bottom:3rem;color:var(--muted);font-size:.86rem}
@media(max-width:40rem){body{font-size:16px}h1{font-size:1.65rem}.wide{display:none}.narrow{display:block}.columns{grid-template-columns:1fr}header{padding-top:1.4rem}
h2{margin-top:2.6rem}.multiples{grid-template-columns:1fr}.multiples svg{width:100%}form{grid-template-columns:1fr 1fr}form div:first-child{grid-column:1/-1}}
@media print{:root{--paper:#fff;--card:#fff;--ink:#000;--muted:#444;--grid:#bbb;--link:#000}nav,#find,details:not([open]){display:none}body{font-size:10.5pt}
h2{break-after:avoid}figure,.statement,tr{break-inside:avoid}}
`;
