/** The page's only style sheet. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fbfaf7;--card:#fff;--ink:#1c2530;--muted:#56616c;--grid:#dde3e8;--link:#1a5c96;--negative:#a14a05;--positive:#1f5f9f;
--negative-wash:#fbe3cf;--positive-wash:#d9e8f6;--warning:#fff3d6;--side-1:#0072b2;--side-2:#c55200;--side-3:#00795a;--side-4:#953a86;--other:#6b747d}
@media(prefers-color-scheme:dark){:root{--paper:#14181d;--card:#1b2127;--ink:#e6eaee;--muted:#a3adb7;--grid:#333c45;--link:#7db8ec;--negative:#f0a163;--positive:#86bdf0;
--negative-wash:#4d3018;--positive-wash:#1d3a56;--warning:#3b3017;--side-1:#56a9dd;--side-2:#f08a45;--side-3:#3dbf98;--side-4:#d38bc6;--other:#98a2ac}}
*{box-sizing:border-box}
[hidden]{display:none!important}
html{scroll-padding-top:4.5rem}
body{margin:0;background:var(--paper);color:var(--ink);font:16.5px/1.45 Charter,"Bitstream Charter","Iowan Old Style",Georgia,serif}
main,footer{max-width:57rem;margin:0 auto;padding:0 1.25rem}
.bar,.note,.who,.byline,.badge,.tools,.row,.path,nav,table,label,input,select,button,summary,footer,.card p,.card h2,.warning{font-family:system-ui,"Segoe UI",Roboto,sans-serif}
.bar{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;gap:.1rem 1.2rem;align-items:baseline;justify-content:space-between;padding:.4rem 1.25rem;background:var(--paper);border-bottom:1px solid var(--grid);font-size:.88rem}
nav a{display:inline-block;min-height:1.6rem;margin-right:.9rem;line-height:1.6rem}
.skip{position:absolute;left:-100rem}
.skip:focus{position:static;left:auto;display:inline-block;padding:.2rem .5rem;background:var(--card)}
h1{font-size:1.25rem;margin:0}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.finding{font-size:1.75rem;line-height:1.25;margin:1.2rem 0 1rem;max-width:none;letter-spacing:-.01em}
h2{font-size:1.35rem;line-height:1.25;margin:1.2rem 0 .35rem;padding-top:.65rem;border-top:1px solid var(--grid)}
h3{font-size:1rem;margin:.6rem 0 .2rem;line-height:1.3}
p{margin:.4rem 0;max-width:44rem}
.note,.badge,.row,.path{color:var(--muted);font-size:.84rem;line-height:1.45}
.badge{margin:.2rem 0 .6rem;font-style:italic}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:1rem}
.card{background:var(--card);border:1px solid var(--grid);border-radius:.4rem;padding:.7rem .9rem}
.card h2{border:0;margin:0;padding:0;font-size:.9rem;color:var(--muted)}
.card p{font-size:.84rem;line-height:1.45;margin:.15rem 0}
.card .figure{font-size:1.7rem;font-weight:600;line-height:1.2;font-variant-numeric:tabular-nums}
.warning{background:var(--warning);padding:.5rem .8rem;border-radius:.3rem;font-size:.88rem;max-width:none}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--link);outline-offset:2px}
figure{margin:.6rem 0 0}
svg{display:block;max-width:100%;height:auto;overflow:visible}
svg text{font-family:system-ui,"Segoe UI",Roboto,sans-serif}
svg a{cursor:pointer}
svg a:hover path,svg a:focus path{stroke:var(--ink);stroke-width:2;opacity:1;fill-opacity:0}
.narrow{display:none}
.tools button{min-height:1.7rem;padding:0 .5rem;font-size:.8rem}
.card a,.badge a{display:inline-block;min-height:1.5rem;line-height:1.5rem}
.multiples{display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:1.2rem 1.4rem;margin-top:.8rem}
.multiples figure{margin:0;scroll-margin-top:5rem}
.multiples .note{margin:.1rem 0 .3rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:.86rem;line-height:1.4;font-variant-numeric:tabular-nums;margin:.6rem 0;min-width:20rem}
caption{text-align:left;color:var(--muted);padding-bottom:.3rem}
th,td{text-align:left;padding:.25rem .9rem .25rem 0;border-bottom:1px solid var(--grid);vertical-align:top}
th{font-weight:600}
td.number,th.number{text-align:right}
td.hash{font-family:ui-monospace,monospace;font-size:.78rem;color:var(--muted)}
details{margin:.3rem 0}
summary{cursor:pointer;color:var(--link);font-size:.9rem;padding:.25rem 0;min-height:1.6rem}
.folds{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 1.4rem;margin-top:.4rem}
.folds>*{margin:.1rem 0}
.folds>details[open]{flex-basis:100%;min-width:0}
.fold[open]>summary{display:none}
.columns>:only-child{grid-column:1/-1}
.columns{display:grid;grid-template-columns:1fr 1fr;gap:0 2.2rem}
ul.statements{list-style:none;margin:.4rem 0;padding:0}
.statement{margin:0 0 .8rem;padding:0 0 0 .8rem;border-left:3px solid var(--grid)}
.who{margin:0;font-size:.86rem}
blockquote{margin:.1rem 0;overflow-wrap:anywhere}
.byline{margin:.2rem 0 0;max-width:none;font-size:.82rem;color:var(--muted);overflow-wrap:anywhere}
.why{font-size:.84rem}
.why ul{margin:.2rem 0;padding-left:1.1rem;font-family:system-ui,"Segoe UI",Roboto,sans-serif}
.tone{display:inline-block;margin-right:.55rem;padding:0 .45rem;border-radius:.25rem;border:1px solid var(--grid);color:var(--ink);font-variant-numeric:tabular-nums}
.tone.negative{background:var(--negative-wash);border-color:transparent}
.tone.positive{background:var(--positive-wash);border-color:transparent}
mark{color:inherit;border-radius:.15rem;padding:0 .1em}
mark.negative{background:var(--negative-wash);text-decoration:underline dotted;text-underline-offset:.2em}
mark.positive{background:var(--positive-wash)}
form{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:.5rem 1rem;margin:.8rem 0}
label{display:block;font-size:.82rem;color:var(--muted)}
input,select,button{font-size:.95rem;width:100%;min-height:2rem;padding:.3rem .6rem;border:1px solid var(--muted);border-radius:.3rem;background:var(--card);color:var(--ink)}
button{width:auto;cursor:pointer;margin-right:.4rem}
.copy{min-height:1.5rem;padding:0 .5rem;font-size:.8rem;border-color:var(--grid);color:var(--link)}
.day{white-space:nowrap}
.empty{color:var(--muted);font-style:italic}
code{font-size:.88em}
footer{margin-top:2.5rem;padding-top:.8rem;padding-bottom:2rem;color:var(--muted);font-size:.86rem}
@media(max-width:58rem){.wide{max-width:100%}}
@media(max-width:40rem){body{font-size:16px}.finding{font-size:1.3rem}.wide{display:none}.narrow{display:block}.columns{grid-template-columns:1fr}.bar{position:static;padding:.4rem 1rem}
main,footer{padding:0 1rem}h2{margin-top:.9rem;padding-top:.6rem}.finding{margin:.8rem 0}.cards{grid-template-columns:1fr 1fr;gap:.5rem}.card.whole{grid-column:1/-1}.fold[open]>summary{display:list-item}form{grid-template-columns:1fr 1fr}form div:first-child{grid-column:1/-1}}
@media print{:root{--paper:#fff;--card:#fff;--ink:#000;--muted:#444;--grid:#bbb;--link:#000}.bar{position:static}nav,#find,.tools,.copy,section:not(#method) details:not([open]){display:none}#method details::details-content{content-visibility:visible;block-size:auto}body{font-size:10.5pt}
h2{break-after:avoid}figure,.statement,tr,.card{break-inside:avoid}}
`;
