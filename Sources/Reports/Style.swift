/// Colours, style sheet and fixed words of the briefing.
enum Style {
  /// A place that comes within reach.
  static let new = "#7b3294"

  /// Loss of warning, from none to much; readable in grey because lightness falls with the loss.
  static let steps: [(least: Double, colour: String, words: String)] = [
    (5, "#3b9ab2", "longer by 5 s or more"), (-5, "#e8e8e2", "no change (within 5 s)"),
    (-30, "#f6d08a", "shorter by 5 to 30 s"), (-90, "#e8853d", "shorter by 30 to 90 s"),
    (-.infinity, "#a01c12", "shorter by more than 90 s"),
  ]

  static func loss(_ change: Double) -> String {
    steps.first { change > $0.least }?.colour ?? steps[4].colour
  }

  static let method = """
    <p>Every number comes from the same chain: text, theatre, exposures, timelines, warnings. A draw is one \
    consistent world: a value for every uncertain input. Before and after share every draw they have in common.</p>
    <p><b>Flight.</b> Quasi-ballistic missiles follow a kinematic profile in which flight time and apogee are \
    primary; lift may only do what the air allows, and the published range, apogee and peak speed do not fit one \
    free arc (<code>vedette check</code> says by how much). Ballistic missiles fly free arcs over the rotating Earth \
    with drag; cruise missiles, aircraft and drones fly level, drones with the wind; rockets fly parabolas. What the \
    other side chooses (launch point, height) is drawn from the analyst's mix; beside it stands the worst of twelve \
    corners of what it may choose, on fewer draws.</p>
    <p><b>Detection.</b> Rays bend in an exponential atmosphere by the weather of the day, one weather for the whole \
    theatre, from ITU-R refractivity; coarse terrain around each radar hides what is behind it. A look detects by \
    Swerling I from an anchor that no source gives; two of three looks make a track firm. Airborne radars keep clear \
    of hostile air defence. Only publicly known long-range radars are in: gap-fillers, mobile, passive and most \
    airborne sensors are not public. Against low flyers this is a lower bound on warning. Ukraine's net is \
    <i>reported</i>: delays drawn from published alert times.</p>
    <p><b>Alert.</b> Alerted = latest of firm, identified and localised, plus decision and dissemination. Under peace \
    rules what flies level is hostile when it crosses the border or a line before it. A region is alerted when all that the missile can still \
    reach fits it. Enough: a randomly chosen person is reached by a channel, confirms and moves before the first \
    arrival; at night fewer are reached and all are slower. A chance to intercept says that geometry and time allow a \
    meeting, never that it succeeds. The payload of a dual-capable missile is unknown before impact: 0 s of discrimination.</p>
    <p><b>Numbers.</b> Inputs are drawn from their claims: a claim is chosen by its source's grades, then a value by \
    its law. Shares and quantiles run over the draws in which some threat reaches; no alert counts as less than any \
    warning. Computing error: 95 % from 16 replicates. Shares of spread: squared correlation of warning with an \
    input, split over its claims; they need not add up to one.</p>
    <p><b>What it never does.</b> No aim points, weapon assignment, routes or approach fields, launch azimuths or \
    burnout states, weapon design, effects, or persons. Sites stand at published town level.</p>
    """

  static let css = """
    :root{--ink:#1c2227;--soft:#5c666e;--line:#d5d9dc;--paper:#fff;--sea:#dfe9ef;--land:#f1efe9;--ally:#dde5ea;\
    --other:#eee3d6;--accent:#8a1538}
    @media(prefers-color-scheme:dark){:root{--ink:#e6e9eb;--soft:#a3adb5;--line:#3a444c;--paper:#14191d;--sea:#1b2730;\
    --land:#2a2f32;--ally:#26323a;--other:#38302a;--accent:#e0798f}}
    *{box-sizing:border-box}body{font:16px/1.5 Georgia,'Times New Roman',serif;color:var(--ink);background:var(--paper);\
    max-width:1060px;margin:0 auto;padding:24px}
    h1,h2,h3,.kind,table,figcaption,.meta,.postures,svg text,.note{font-family:'Helvetica Neue',Arial,sans-serif}
    h1{font-size:32px;line-height:1.15;margin:4px 0 12px}h2{font-size:21px;border-top:2px solid var(--ink);\
    padding-top:10px;margin:36px 0 12px}h3{font-size:16px;margin:22px 0 8px}
    .kind{color:var(--accent);font-weight:700;letter-spacing:.04em;margin:0}.lead{font-size:19px;max-width:46em}
    .meta,.note,figcaption,small{color:var(--soft);font-size:13px}.postures{list-style:none;padding:0;font-size:14px}
    ol li{margin:0 0 9px;max-width:52em}i{display:inline-block;width:11px;height:11px;border-radius:2px;margin-right:6px}
    .postures i,.key i,td i{vertical-align:-1px}.key{margin-right:12px;white-space:nowrap}
    figure{margin:0 0 20px}svg{width:100%;height:auto;display:block}
    table{border-collapse:collapse;width:100%;font-size:13px;font-variant-numeric:tabular-nums}
    th{text-align:left;border-bottom:1.5px solid var(--ink);padding:4px 8px 4px 0;vertical-align:bottom}
    td{border-bottom:1px solid var(--line);padding:4px 8px 4px 0;vertical-align:top}td small{overflow-wrap:anywhere}
    .ladder td:nth-child(n+4){white-space:nowrap}.columns{columns:3;font-size:13px;list-style:none;padding:0}
    .rungs td{white-space:normal!important;color:var(--soft)}.rungs b{color:var(--ink)}
    .legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:4px 18px;margin:8px 0}
    .legend i.hollow{border:1.5px solid var(--soft);border-radius:50%}.legend i{border:1px solid var(--soft)}
    .fails{color:var(--accent);font-weight:700}.holds{font-weight:700}
    .sea{fill:var(--sea)}.land,.ally,.other{stroke:var(--soft);stroke-width:.7}.land{fill:var(--land)}\
    .ally{fill:var(--ally)}.other{fill:var(--other)}
    .river{fill:none;stroke:#9dbccd;stroke-width:.6}.coast{fill:none;stroke:#7d98a8;stroke-width:.7}
    .reach{fill:none;stroke:var(--accent);stroke-width:1;stroke-dasharray:5 4;opacity:.75}
    .place{stroke:#222;stroke-width:.9}.hollow{fill:var(--paper)}
    .name,.system{font-size:11px;fill:var(--ink);paint-order:stroke;stroke:var(--paper);stroke-width:2.6px;\
    stroke-linejoin:round}.system{font-weight:700;text-anchor:middle}.bar{stroke:var(--ink);stroke-width:2}
    .grid{stroke:var(--line);stroke-width:1}.zero{stroke:var(--ink);stroke-width:1.2}.tick{font-size:11px;\
    text-anchor:middle;fill:var(--soft)}.row{font-size:13px;text-anchor:end;fill:var(--ink)}.median{fill:var(--ink)}
    @media print{body{font-size:11pt;padding:0;max-width:none}h2{break-after:avoid}figure,tr{break-inside:avoid}\
    @page{size:A4;margin:16mm}}
    """
}
