/** Style sheets of the faces, by page: Google-like but plain; system fonts only. */

const BASE = `
*{box-sizing:border-box}
[hidden]{display:none!important}
html{font-family:system-ui,-apple-system,"Hiragino Sans","Noto Sans CJK JP","Noto Sans JP","Yu Gothic UI",sans-serif;font-size:14px;color:#202124;line-height:1.5}
body{margin:0}
button,input,select,textarea{font:inherit;color:inherit}
button{cursor:pointer}
:focus-visible{outline:2px solid #1a73e8;outline-offset:1px}
.offline::before{content:"ワークスペースにつながりません。";position:fixed;z-index:99;top:0;left:0;right:0;background:#c5221f;color:#fff;text-align:center;padding:4px}
`;

const LAUNCHER = `${BASE}
body{background:#f8f9fa}
header{background:#fff;border-bottom:1px solid #dadce0;padding:16px 24px;display:flex;gap:16px;align-items:baseline;flex-wrap:wrap}
h1{font-size:22px;font-weight:500;margin:0}header p{margin:0;color:#5f6368}
h2{font-size:15px;font-weight:500;margin:0 0 8px}
main{max-width:1200px;margin:0 auto;padding:24px;display:grid;gap:20px}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(220px,1fr));gap:16px}
.card{background:#fff;border:1px solid #dadce0;border-radius:8px;padding:16px 20px;text-decoration:none;color:inherit;display:grid;gap:4px;align-content:start;border-top:4px solid #1a73e8}
.card:nth-child(2){border-top-color:#673ab7}.card:nth-child(3){border-top-color:#188038}.card:nth-child(4){border-top-color:#d93025}
.card:hover{box-shadow:0 1px 4px rgba(60,64,67,.3)}.card strong{font-size:17px;font-weight:500}.card .who{color:#5f6368;font-size:12px}
section{background:#fff;border:1px solid #dadce0;border-radius:8px;padding:16px 20px;min-width:0}
.panels{display:grid;grid-template-columns:repeat(auto-fit,minmax(320px,1fr));gap:16px}
label{display:inline-block;margin-right:8px;color:#5f6368}
select,input{border:1px solid #80868b;border-radius:4px;padding:6px 8px;background:#fff;max-width:100%}
button{border:1px solid #80868b;background:#fff;border-radius:4px;padding:6px 14px;color:#1967d2;font-weight:500}
button:hover{background:#f1f6fe}
.clock .now{font-size:20px;margin:0 0 8px;font-variant-numeric:tabular-nums}.row{display:flex;gap:8px;flex-wrap:wrap;align-items:center;margin:8px 0 0}
.badge{font-size:12px;border-radius:10px;padding:2px 10px;background:#e8eaed;color:#3c4043;vertical-align:middle}.badge.running{background:#ceead6;color:#0d652d}
.problem{color:#c5221f;margin:8px 0 0}.problem:empty{display:none}
.scroll{overflow:auto;max-height:60vh}table{border-collapse:collapse;width:100%;font-size:13px}
th{position:sticky;top:0;background:#fff;text-align:left;font-weight:500;color:#5f6368;white-space:nowrap}th,td{padding:6px 10px;border-bottom:1px solid #e8eaed;vertical-align:top}
td{white-space:nowrap}.number{text-align:right;font-variant-numeric:tabular-nums}.number ul{margin:4px 0 0;padding:0;list-style:none;text-align:left;font-size:12px;color:#3c4043}
.outcome{color:#0d652d}.outcome.error,.outcome.killed,.outcome.timeout{color:#c5221f;white-space:normal;min-width:200px}.error{font-size:12px;overflow-wrap:anywhere}
.none{color:#5f6368}
`;

const EXEC = `
html,body{margin:0;height:100%;overflow:hidden}
body{display:flex;flex-direction:column}
#warning{flex:none;background:#f1f3f4;color:#3c4043;font:12px/1.4 Roboto,Arial,sans-serif;padding:6px 12px;display:flex;gap:4px 16px;flex-wrap:wrap;justify-content:space-between;border-bottom:1px solid #dadce0}
#warning .links span{color:#1a73e8;margin-left:8px}
#sandboxFrame{flex:1;border:0;width:100%;min-height:0}
`;

const FORM = `${BASE}
html{background:#f0ebf8}
main{max-width:640px;margin:0 auto;padding:12px 12px 24px}
.card{background:#fff;border:1px solid #dadce0;border-radius:8px;padding:24px;margin:0 0 12px;min-width:0}
.card.title{border-top:10px solid #673ab7;padding-top:16px}h1{font-size:28px;font-weight:400;margin:8px 0;overflow-wrap:anywhere}
.card label:not(.choice),legend{display:block;font-size:16px;margin-bottom:12px;padding:0;float:left;width:100%}
.card>*:not(label):not(legend){clear:both}
.required{color:#d93025}.help{color:#5f6368;margin:0 0 8px}
input[type=text],textarea{display:block;width:100%;max-width:420px;border:0;border-bottom:1px solid #80868b;padding:6px 0;background:none;border-radius:0}
textarea{max-width:100%}input[type=date]{border:0;border-bottom:1px solid #80868b;padding:6px 0;background:none}
input:focus-visible,textarea:focus-visible{outline:0;border-bottom:2px solid #673ab7;padding-bottom:5px}
.choices{display:grid;gap:10px}.choice{display:flex;gap:10px;align-items:center}.choice input{width:20px;height:20px;accent-color:#673ab7}
.choice input:focus-visible{outline:2px solid #673ab7}
.bad{border-color:#d93025}.problem{color:#d93025;margin:12px 0 0}.problem:empty{display:none}
.buttons{display:flex;justify-content:space-between}button{border:0;border-radius:4px;padding:8px 24px;font-weight:500;background:#673ab7;color:#fff}
button[disabled]{opacity:.5}.clear{background:none;color:#673ab7;padding:8px}
a{color:#5e35b1}footer{text-align:center;color:#5f6368;padding:0 0 24px;font-size:12px}
`;

const MAIL = `${BASE}
html,body{height:100%}
body{display:grid;grid-template-rows:auto 1fr}
header{padding:10px 20px;border-bottom:1px solid #dadce0;display:flex;gap:16px;align-items:baseline}header a{color:#1967d2}header strong{font-size:17px;font-weight:500}
main{display:grid;grid-template-columns:280px 360px 1fr;min-height:0}
nav,.list,article{overflow:auto;min-height:0}
nav{padding:8px;background:#f6f8fc}
.box,button.mail{border:0;background:none;text-align:left;width:100%}
.box{display:flex;justify-content:space-between;gap:8px;padding:6px 12px;border-radius:14px}.box span:first-child{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.box:hover{background:#e8eaed}.box[aria-current]{background:#d3e3fd;font-weight:600}.count{color:#5f6368;font-size:12px}
.list{border-right:1px solid #dadce0}
button.mail{display:grid;grid-template-columns:1fr auto;gap:0 8px;padding:8px 16px;border-bottom:1px solid #e8eaed}button.mail:hover{background:#f6f8fc}button.mail[aria-current]{background:#e8f0fe}
button.mail .to{overflow:hidden;text-overflow:ellipsis;white-space:nowrap;font-weight:500}button.mail .date{color:#5f6368;font-size:12px}button.mail .subject{grid-column:1/-1;color:#3c4043;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
article{padding:16px 24px}h1{font-size:20px;font-weight:400;margin:0 0 12px;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:auto 1fr;gap:2px 12px;color:#5f6368;margin:0 0 16px}dd{margin:0;color:#202124;overflow-wrap:anywhere}
pre{font:inherit;font-size:15px;line-height:1.7;white-space:pre-wrap;overflow-wrap:anywhere;border-top:1px solid #e8eaed;padding:16px 0;max-width:44em}
article button{border:1px solid #80868b;background:#fff;border-radius:4px;padding:6px 14px;color:#c5221f}
.none{color:#5f6368;padding:16px}
@media (max-width:900px){main{grid-template-columns:1fr;overflow:auto;display:block}nav,.list{max-height:35vh}}
`;

const SHEET = `${BASE}
html,body{height:100%;overflow:hidden}
body{display:flex;flex-direction:column;font-size:13px}
.top{flex:none;background:#f9fbfd;padding:6px 16px 0}
.heading{display:flex;gap:12px;align-items:baseline}.heading h1{font-size:18px;font-weight:400;margin:0}.heading .who{margin-left:auto;color:#3c4043}.heading a{color:#1967d2}
.menus{display:flex;gap:2px;margin:2px -8px 6px}
.menus>button,.tabs button,.menu button{border:0;background:none}
.menus>button{padding:3px 8px;border-radius:4px}.menus>button:hover,.menus>button[aria-expanded=true]{background:#e1e5ea}
.menu{position:fixed;z-index:30;background:#fff;border:1px solid #dadce0;border-radius:4px;box-shadow:0 2px 6px rgba(60,64,67,.3);padding:6px 0;min-width:200px;max-height:80vh;overflow:auto}
.menu button{display:block;width:100%;text-align:left;padding:6px 24px}.menu button:hover,.menu button:focus-visible{background:#f1f3f4;outline:0}.menu hr{border:0;border-top:1px solid #dadce0;margin:6px 0}
.menu .sub{padding-left:40px}.menu .group{padding:6px 24px 2px;color:#5f6368}
.formula{flex:none;display:flex;border-top:1px solid #dadce0;border-bottom:1px solid #c0c4c9;background:#fff}
.formula input{border:0;padding:4px 8px;min-width:0}#nameBox{width:90px;border-right:1px solid #dadce0;text-align:center}.formula .fx{color:#5f6368;padding:4px 8px;font-style:italic}#formulaBar{flex:1}
.formula input:focus-visible{outline-offset:-2px}
.formula .links{display:flex;gap:12px;align-items:center;padding:0 8px}.formula .links:empty{display:none}
.work{flex:1;display:flex;min-height:0}
.grid{flex:1;position:relative;overflow:auto;min-width:0;background:#f8f9fa;cursor:cell;user-select:none;-webkit-user-select:none}
.canvas{position:relative;background:#fff}
.head,.number,.corner{position:absolute;background:#f8f9fa;color:#444746;text-align:center;border-right:1px solid #c4c7c5;border-bottom:1px solid #c4c7c5;font-size:12px;overflow:hidden}
.heads{position:sticky;top:0;z-index:5;height:0}.numbers{position:sticky;left:0;z-index:4;width:0;height:0}.corner{position:sticky;top:0;left:0;z-index:6;width:46px;height:22px;margin-bottom:-22px}
.head.on,.number.on{background:#d3e3fd;color:#041e49}
.frozen{position:sticky;z-index:3;height:0;top:22px}.frozen .row{box-shadow:0 1px 0 #9aa0a6}
.row{position:absolute;left:0;display:block}
.cell{position:absolute;top:0;height:21px;line-height:20px;padding:0 3px;border-right:1px solid #e1e3e1;border-bottom:1px solid #e1e3e1;background:#fff;overflow:hidden;white-space:pre;text-overflow:clip}
.cell.n{text-align:right}.cell.b{text-align:center}.cell.e{text-align:center;color:#c5221f}
.cell.bold{font-weight:700}
.cell.sel{background:#e8f0fd}
.cursor{position:absolute;border:2px solid #0b57d0;pointer-events:none;z-index:2}
.editor{position:absolute;z-index:7;margin:0;padding:0 1px;border:2px solid #0b57d0;line-height:18px;resize:none;overflow:hidden;background:#fff;white-space:pre;font-size:13px;box-shadow:0 1px 4px rgba(60,64,67,.4);outline:0;user-select:text;-webkit-user-select:text}
.editor.idle{opacity:0;pointer-events:none;box-shadow:none}
.sidebar{flex:none;width:300px;border-left:1px solid #c0c4c9;display:flex;flex-direction:column;background:#fff}
.sidebar header{flex:none;display:flex;align-items:center;justify-content:space-between;padding:10px 8px 10px 16px;border-bottom:1px solid #dadce0}.sidebar h2{font-size:15px;font-weight:500;margin:0}
.close{border:0;background:none;font-size:20px;line-height:1;padding:4px 10px;border-radius:50%}.close:hover{background:#e8eaed}
.sidebar iframe{flex:1;border:0;width:100%;min-height:0}
.tabs{flex:none;display:flex;align-items:stretch;border-top:1px solid #c0c4c9;background:#f9fbfd;overflow-x:auto;padding-left:46px}
.tabs button{padding:7px 14px;white-space:nowrap;color:#444746}.tabs button[aria-selected=true]{background:#e1e9f7;color:#0b57d0;font-weight:600}
.status{margin-left:auto;padding:7px 14px;color:#5f6368;white-space:nowrap}
.shade{position:fixed;inset:0;z-index:40;background:rgba(0,0,0,.4);display:flex;align-items:center;justify-content:center}
.shade.modeless{background:none;pointer-events:none}.shade.modeless>*{pointer-events:auto}
.dialog{background:#fff;border-radius:8px;box-shadow:0 8px 24px rgba(0,0,0,.35);display:flex;flex-direction:column;max-width:96vw;max-height:96vh;overflow:hidden}
.dialog header{flex:none;display:flex;justify-content:space-between;align-items:center;padding:12px 12px 8px 20px}.dialog h2{font-size:17px;font-weight:400;margin:0}
.dialog iframe{border:0;max-width:100%;min-height:0}
.ask{padding:20px 24px;width:440px}.ask h2{margin:0 0 10px}.ask p{margin:0 0 18px;white-space:pre-wrap;overflow-wrap:anywhere}.ask .buttons{display:flex;justify-content:flex-end;gap:8px}
.ask button{border:1px solid #80868b;background:#fff;border-radius:4px;padding:7px 20px;color:#0b57d0;font-weight:500}.ask button.main{background:#0b57d0;border-color:#0b57d0;color:#fff}
.ask input{width:100%;border:1px solid #80868b;border-radius:4px;padding:6px 8px;margin:0 0 18px}
.toast{position:fixed;z-index:35;right:24px;bottom:52px;background:#fff;border:1px solid #dadce0;border-radius:4px;box-shadow:0 2px 8px rgba(60,64,67,.35);padding:12px 44px 12px 16px;max-width:340px}.toast strong{display:block;font-weight:600}.toast .close{position:absolute;right:4px;top:4px}
.busy{position:fixed;z-index:36;top:6px;left:50%;transform:translateX(-50%);background:#fff1c5;border:1px solid #e3c76b;border-radius:4px;padding:4px 14px}
`;

/** Style sheet of a page, by the name of its script. */
export const FACE_STYLES: Readonly<Record<string, string>> = {
  launcher: LAUNCHER,
  exec: EXEC,
  form: FORM,
  mail: MAIL,
  sheet: SHEET,
};
