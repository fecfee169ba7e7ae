/// The style sheet of the page: screen, dark, print.
enum Style {
  /// - Parameter runningHead: printed on top of every page of paper.
  static func css(runningHead: String) -> String {
    // what a style sheet's string may hold
    let head = String(
      String.UnicodeScalarView(
        runningHead.unicodeScalars.filter {
          $0.value >= 32 && !"\"\\<>".unicodeScalars.contains($0)
        }))
    let postures = PageWriter.colours.enumerated().map { ".p\($0){--c:\($1)}" }
    let names = light.map { "--\($0.name):\($0.colour)" }.joined(separator: ";")
    // pictures stay in daylight: their classes are told apart there
    let pictured =
      "@media screen and (prefers-color-scheme:dark){figure>svg,.three svg{\(names);background:#fff}}"
    return ":root{\(names)}" + screen + pictured + pictures + postures.joined()
      + """
      @media print{@page{size:A4;margin:20mm 16mm 18mm;\
      @top-left{content:"\(head)";font:8pt 'Helvetica Neue',Arial,sans-serif;color:#555}\
      @top-right{content:"Vedette";font:8pt 'Helvetica Neue',Arial,sans-serif;color:#555}\
      @bottom-right{content:counter(page) " / " counter(pages);font:8pt 'Helvetica Neue',Arial,sans-serif;color:#555}}
      @page wide{size:A4 landscape}
      """
      + print
  }

  /// Colours by daylight and on paper.
  private static let light: [(name: String, colour: String)] = [
    ("ink", "#1c2227"), ("soft", "#56616a"), ("line", "#d5d9dc"), ("paper", "#fff"),
    ("sea", "#e3ebf0"), ("land", "#f4f2ed"), ("ally", "#e9eef1"), ("other", "#f1e7da"),
    ("hatch", "#d9c6ac"), ("accent", "#8a1538"), ("link", "#1f4e79"), ("river", "#a9c4d3"),
    ("coast", "#7d98a8"), ("cost", "#a8324a"), ("gain", "#3b7ea1"),
  ]

  /// The text with its colours by daylight in place of their names, for programs that know no names.
  static func inDaylight(_ text: String) -> String {
    light.reduce(text) { $0.replacing("var(--\($1.name))", with: $1.colour) }
  }

  private static let screen = """
    @media screen and (prefers-color-scheme:dark){:root{--ink:#e6e9eb;--soft:#a8b2ba;--line:#3a444c;--paper:#14191d;\
    --sea:#182329;--land:#2b3033;--ally:#27333b;--other:#3a322b;--hatch:#54483c;--accent:#f08ba0;--link:#8fc1ea;\
    --river:#3d5a6b;--coast:#5d7888;--cost:#e0677f;--gain:#6fb6da}}
    *{box-sizing:border-box}body{font:16px/1.5 Georgia,'Times New Roman',serif;\
    color:var(--ink);background:var(--paper);max-width:1060px;margin:0 auto;padding:24px}
    h1,h2,h3,.kind,table,figcaption,.meta,.postures,svg text,.note,nav,.columns,.notes,dt{font-family:'Helvetica Neue',Arial,'Liberation Sans',sans-serif}
    h1{font-size:32px;line-height:1.15;margin:4px 0 12px}h2{font-size:21px;border-top:2px solid var(--ink);\
    padding-top:10px;margin:36px 0 12px}h3{font-size:16px;margin:22px 0 8px}a{color:var(--link)}
    .skip{position:absolute;left:-999em}.skip:focus{left:8px;top:8px;background:var(--paper);padding:4px 8px}
    :focus-visible{outline:2px solid var(--accent);outline-offset:2px}
    .kind{color:var(--accent);font-weight:700;letter-spacing:.04em;margin:0}.lead{font-size:19px;max-width:46em;margin:0 0 12px}
    .meta,.note,figcaption,small,caption{color:var(--soft);font-size:13px}.postures{list-style:none;padding:0;font-size:14px;margin:0 0 8px}
    nav ol{list-style:none;display:flex;flex-wrap:wrap;gap:2px 16px;padding:0;font-size:13px}
    ul.judgements{padding-left:1.2em}ul.judgements li{margin:0 0 6px;max-width:54em}ol li{margin:0 0 6px;max-width:54em}
    sup{font-size:10px;line-height:0;margin-left:1px}sup a{text-decoration:none}
    .q{white-space:nowrap;margin-right:9px}.postures .q{margin:0}.q::before{content:"";display:inline-block;width:11px;height:11px;\
    border-radius:2px;margin-right:5px;vertical-align:-1px;background:var(--c)}
    figure{margin:0 0 22px}figure>svg{width:100%;height:auto;display:block}
    .wide{overflow-x:auto;margin:0 0 14px}caption{text-align:left;padding:6px 0}
    table{border-collapse:collapse;width:100%;font-size:13px;font-variant-numeric:tabular-nums}
    thead th{text-align:left;border-bottom:1.5px solid var(--ink);padding:4px 8px 4px 0;vertical-align:bottom}
    td,tbody th{border-bottom:1px solid var(--line);padding:3px 8px 3px 0;vertical-align:top;text-align:left}\
    tbody th{font-weight:600}td{white-space:nowrap}.wordy td,.wordy tbody th,td[colspan],.ladder td:nth-child(2){white-space:normal}.ladder td:nth-child(2){min-width:13em}
    .wordy td:nth-child(2){min-width:14em}td small,code{overflow-wrap:anywhere}code{font-size:.86em}
    tbody th[scope=rowgroup]{padding-top:12px;font-weight:700}small{font-weight:400}th.region{color:var(--accent)}.verdict{font-weight:700}
    .columns{columns:3 260px;font-size:12.5px;list-style:none;padding:0}.columns li{break-inside:avoid;max-width:none}
    .notes{columns:2 340px;column-gap:3.6em;font-size:12.5px;padding-left:3em}.notes li{margin:0 0 4px;break-inside:avoid}
    .legend{list-style:none;font-size:13px;padding:0;display:flex;flex-wrap:wrap;gap:3px 16px;margin:8px 0}\
    .legend .key{width:16px;height:16px;vertical-align:-4px;margin-right:4px}
    .equations dt{font-weight:700;margin-top:14px}.equations dd{margin:4px 0 0}math{font-size:1.15em;overflow-x:auto;padding:6px 0}
    .three{display:grid;grid-template-columns:repeat(auto-fit,minmax(240px,1fr));gap:10px}.three svg{width:100%;height:auto;display:block}\
    .side-title{font:600 13px 'Helvetica Neue',Arial,'Liberation Sans',sans-serif;margin:0 0 3px}
    .sheet{border-top:1px solid var(--line);margin:0 0 18px}h4{font:600 13.5px 'Helvetica Neue',Arial,'Liberation Sans',sans-serif;margin:12px 0 4px}\
    .beside{display:grid;grid-template-columns:minmax(260px,2fr) minmax(0,3fr);gap:18px}.missing{font-size:14px;margin:0}.standing{font-weight:600;max-width:54em;margin:0 0 8px}.beside ul{margin:0;padding-left:1.2em;font-size:14px}\
    em.what-if{font-style:italic;border-bottom:1.5px dashed currentColor}.hundred td.words{text-align:left;white-space:normal}\
    nav a{display:inline-block;min-height:24px;line-height:24px}#base path{vector-effect:non-scaling-stroke}
    .legend .key{background:#fff;border-radius:3px}.q::before{outline:1px solid var(--soft)}
    .sort,.fold,.switch button{font:inherit;color:inherit;background:none;border:0;padding:0;min-height:24px;min-width:24px;text-align:inherit;cursor:pointer}\
    .fold,.switch button{border:1px solid var(--line);border-radius:4px;padding:0 8px}.switch{display:flex;flex-wrap:wrap;gap:8px;margin:0 0 8px}\
    .switch [aria-pressed=true]{border-color:var(--ink);font-weight:700}th[aria-sort=ascending] .sort::after{content:" ↑"}th[aria-sort=descending] .sort::after{content:" ↓"}
    .copied{position:fixed;right:12px;bottom:12px;background:var(--ink);color:var(--paper);padding:6px 10px;border-radius:4px;max-width:90vw;font:12px monospace;overflow-wrap:anywhere}.copied:empty{display:none}
    nav input{font:inherit;min-height:28px;margin:0 0 6px;max-width:100%}
    @media screen{.hidden{display:none}}
    @media screen and (min-width:1500px){.enhanced nav{position:fixed;left:calc(50vw + 550px);top:20px;width:180px;max-height:95vh;overflow:auto}.enhanced nav ol{display:block}}
    @media screen and (max-width:760px){.wide tbody th{position:sticky;left:0;background:var(--paper);max-width:38vw}figure[id^=map-]{overflow-x:auto}figure[id=map-change]>svg,figure[id=map-before]>svg,figure[id=map-after]>svg{min-width:720px}.beside{grid-template-columns:minmax(0,1fr)}nav ol{flex-wrap:nowrap;overflow-x:auto;white-space:nowrap}body{padding:14px}h1{font-size:26px}}
    .wordy td.day{white-space:nowrap}.hundred td,.hundred thead th{text-align:right;padding-left:10px}.hundred thead th:first-child,.hundred tbody th{text-align:left;padding-left:0}
    """

  /// Of what pictures are made of.
  static let pictures = """
    .sea{fill:var(--sea)}.land,.ally,.other{stroke:var(--soft);stroke-width:.6}.land{fill:var(--land)}\
    .ally{fill:var(--ally)}.other{fill:url(#hatch-other)}.ground{fill:var(--other)}.hatch-other{stroke:var(--hatch);stroke-width:.8}.frame{fill:none;stroke:var(--soft);stroke-width:.8}
    .graticule{fill:none;stroke:var(--soft);stroke-width:.35;stroke-opacity:.45}
    .river{fill:none;stroke:var(--river);stroke-width:.5}.coast{fill:none;stroke:var(--coast);stroke-width:.6}
    .reach{fill:none;stroke:var(--accent);stroke-width:1;stroke-dasharray:5 3}.reach.old{stroke:var(--soft);stroke-dasharray:1.5 2.5}
    .hatch-new{stroke:var(--accent);stroke-width:1.1;stroke-opacity:.55}.hatch-old{stroke:var(--gain);stroke-width:1.1;stroke-opacity:.6}
    .mark{stroke:#1c2227;stroke-width:.7}.mark.hollow{fill:var(--paper);stroke:var(--soft)}.strike{stroke:#1c2227;stroke-width:1.1;fill:none}
    .what-if{fill:none;stroke:var(--ink);stroke-width:1.2;stroke-dasharray:2.5 2}.leader{stroke:var(--ink);stroke-width:.5}.site,.square{fill:var(--ink)}.square{fill-opacity:.6}
    .name,.system,.town,.country{fill:var(--ink);paint-order:stroke;stroke:var(--paper);stroke-width:2.2px;\
    stroke-linejoin:round;font-size:10px}.told{font-size:11px;font-weight:600}.system{font-style:italic}\
    .town{fill:var(--soft)}.rank1{font-size:10.5px}.rank2{font-size:9px}.rank3{font-size:8px}\
    .country{fill:var(--soft);letter-spacing:1.2px;fill-opacity:.85}
    .bar{fill:var(--ink);stroke:var(--ink);stroke-width:.6}.bar.open{fill:var(--paper)}.arrow{fill:var(--ink)}
    .grid{stroke:var(--line);stroke-width:.8}.zero{stroke:var(--ink);stroke-width:1.1}.tick{font-size:10px;\
    text-anchor:middle;fill:var(--soft)}.tick.last{text-anchor:end}.end{font-size:10px;fill:var(--soft)}\
    .row{font-size:12px;font-weight:600;fill:var(--ink)}.side{font-size:10.5px;fill:var(--ink)}
    .base{stroke:var(--line);stroke-width:.8}.dots{stroke-linecap:round;fill:none}.pin{fill:var(--ink);stroke:var(--ink);stroke-width:1.2}
    .error{fill:none;stroke:var(--ink);stroke-width:1}.cost{fill:var(--cost)}.gain{fill:var(--gain)}
    .flight{stroke:var(--soft);stroke-width:1.2}.arrival{stroke:var(--ink);stroke-width:2}.step{stroke:var(--ink);stroke-width:1}\
    .letter{font-size:8.5px;text-anchor:middle;fill:var(--ink)}.late{fill-opacity:.25;stroke:var(--ink);stroke-width:.6;stroke-dasharray:2 1.5}
    .hexes{stroke:#1c2227;stroke-opacity:.25;stroke-width:.4;fill-opacity:.88}.spot{fill:var(--ink);stroke:var(--paper)}
    .posterior{fill:none;stroke:var(--ink);stroke-width:1.8}.coercion{fill:none;stroke:var(--gain);stroke-width:1.3;stroke-dasharray:5 3}\
    .look-back{fill:none;stroke:var(--soft);stroke-width:1.1;stroke-dasharray:1.5 2.5}.threshold{stroke:var(--cost);stroke-width:1}\
    .alarm{stroke:var(--cost);stroke-width:2}
    .range{stroke:var(--ink);stroke-width:1.6}.range.bare{stroke-dasharray:3 2.5}.likely{fill:var(--accent)}\
    .span{stroke:var(--soft);stroke-width:7;opacity:.45}.middle{stroke:var(--ink);stroke-width:2.2}\
    .told{fill:var(--paper);stroke:var(--ink);stroke-width:1.4}
    """

  private static let print = """
    body{font-size:10pt;line-height:1.38;padding:0;max-width:none}h1{font-size:21pt}h2{font-size:14pt;margin:16pt 0 7pt}\
    h3{font-size:11pt;margin:11pt 0 4pt}.lead{font-size:11.5pt}table{font-size:8pt}.meta,.note,figcaption,small,caption{font-size:7.8pt}\
    .columns,.notes{font-size:7.5pt}h2,h3,caption,#maps>p{break-after:avoid}figure,tr,li,dd{break-inside:avoid}thead{display:table-header-group}tr:has(>th[scope=rowgroup]){break-after:avoid}\
    .judgements>li>a{display:none}.wide{overflow:visible}.skip,nav,.switch,.fold,.copied{display:none}a{color:inherit;text-decoration:none}figure{margin:0 0 10pt}figure>svg{margin:0 auto}\
    ul.judgements li{margin-bottom:2pt;max-width:none}ol li{margin-bottom:3pt}td,tbody th,thead th{padding:1.6pt 5pt 1.6pt 0}
    .keep{break-inside:avoid}#map-change>svg{max-height:143mm}.judgements{padding-left:14pt;margin:0}.legend{margin:3pt 0}.missing,.beside ul,.beside p{font-size:8.5pt}h3{margin:8pt 0 2pt}.caption,caption{padding:2pt 0}#map-before>svg,#map-after>svg{max-height:124mm}.sheet{break-before:page;border:0}section:has(>.sheet)>h2{display:none}#map>h2{display:none}
    *{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
    """
}
