public import Datasets
internal import Geodesy
internal import Quantities
internal import Scenarios
public import Theatre
public import Warnings

/// The briefing: one HTML file that needs no script and no network.
public struct BriefingPage {
  public let html: String

  /// - Throws: when a map layer that the scenario names is not installed.
  public init(
    results: Results, theatre: Theatre, classes: [String], pack: DataPack
  ) throws(DataError) {
    var writer = PageWriter(results: results, theatre: theatre, classes: classes)
    let map = try writer.map(pack)
    html = writer.page(map: map)
  }
}

/// Writes the page section by section; figure ids are printed once.
struct PageWriter {
  let results: Results
  let theatre: Theatre
  let classes: [String]
  let ladder: Ladder
  let judgements: Judgements
  var printer = FigurePrinter()

  init(results: Results, theatre: Theatre, classes: [String]) {
    (self.results, self.theatre, self.classes) = (results, theatre, classes)
    ladder = Ladder(results: results, theatre: theatre, classes: classes)
    judgements = Judgements(ladder: ladder)
  }

  /// One colour a posture, the same everywhere; readable for the colour-blind and in grey.
  static let colours = ["#4477aa", "#ccbb44", "#aa3377", "#228833", "#ee6677", "#66ccee"]

  func colour(_ posture: Int) -> String { PageWriter.colours[posture % PageWriter.colours.count] }

  var headline: Document.Question { theatre.headline }

  /// The class the page leads with: the one of shortest flight that reaches a third of the places
  /// after the change.
  var leading: String { judgements.leading(classes, headline.after.value) }

  /// The most populous place of each country, larger countries' first.
  var focus: [Theatre.Place] {
    Dictionary(grouping: theatre.places, by: \.country).values
      .compactMap { $0.max { ($0.population, $1.id) < ($1.population, $0.id) } }
      .sorted { ($1.population, $0.id) < ($0.population, $1.id) }
  }

  mutating func page(map: String) -> String {
    """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(Html.escape(theatre.title))</title><style>\(Style.css)</style></head><body>
    \(titleBlock())
    \(keyJudgements())
    <section><h2>Where it changes</h2>\(map)</section>
    \(parts())
    \(distributions())
    \(trials())
    \(ladders())
    \(burdens())
    \(statements())
    \(foundations())
    \(method())
    </body></html>
    """
  }

  // MARK: title

  private func titleBlock() -> String {
    let postures = theatre.postures.enumerated().map {
      "<li><i style=\"background:\(colour($0))\"></i><b>\($1.id)</b>, as of \($1.asOf): "
        + "\(Html.escape($1.title))</li>"
    }
    return """
      <header><p class="kind">Vedette briefing</p><h1>\(Html.escape(theatre.title))</h1>
      <p class="lead">\(Html.escape(theatre.summary))</p><ul class="postures">\(postures.joined())</ul>
      <p class="meta">vedette \(results.version) · seed \(results.seed) · \(results.replicates) × \
      \(results.draws) draws · scenario \(results.scenarioHash.prefix(12))</p></header>
      """
  }

  // MARK: key judgements

  private mutating func keyJudgements() -> String {
    var items: [String] = []
    let fastest = leading
    for effect in judgements.effects(fastest) {
      items.append(judgements.sentence(effect, fastest, &printer))
    }
    for place in focus {
      items.append(judgements.sentence(place, fastest, headline, &printer))
    }
    for trial in results.trials {
      guard let figure = ladder.figure(id: trial.figure), let p = figure.estimate.value else {
        continue
      }
      items.append(
        "“\(Html.escape(trial.words))” (\(Html.escape(trial.saidBy))): "
          + "\(Likelihood.word(p)) in this model, \(printer.span(figure, Words.share(figure))) of draws."
      )
    }
    items.append(contentsOf: silence())
    items.append(
      "Low flyers: only publicly known long-range radars are in the model; gap-fillers, mobile, passive "
        + "and most airborne sensors are not public, so that warning of cruise missiles, drones and "
        + "aircraft is a lower bound.")
    items.append(Html.escape(judgements.confidence))
    return "<section><h2>Key judgements</h2><ol>"
      + items.map { "<li>\($0)</li>" }.joined(separator: "\n")
      + "</ol><p class=\"note\">Warning is arrival minus alert, in seconds or minutes; below zero the "
      + "alert comes after the arrival. P10: one draw in ten leaves less. These are spreads of what is "
      + "not known and of chance; the computing error of each number is in its tip.</p></section>"
  }

  /// Where arrivals without any alert are most frequent.
  private mutating func silence() -> [String] {
    let posture = headline.after.value
    return classes.compactMap { threat in
      let worst = theatre.places.filter { ladder.reaches($0.id, threat, posture) }
        .compactMap { place in
          ladder.figure(place.id, "warning", threat, posture, "no-alert").map { (place, $0) }
        }
        .max { ($0.1.estimate.value ?? 0, $1.0.id) < ($1.1.estimate.value ?? 0, $0.0.id) }
      guard let (place, figure) = worst, let value = figure.estimate.value, value > 0.005 else {
        return nil
      }
      return "No alert at all: under \(posture) the share of arrivals of \(Words.plural(threat)) "
        + "that nobody is told of is largest at \(Html.escape(place.name)), "
        + "\(printer.span(figure, Words.share(figure)))."
    }
  }

  // MARK: map

  func map(_ pack: DataPack) throws(DataError) -> String {
    let drawing = MapDrawing(theatre: theatre, pack: pack)
    let threat = leading
    let pair = "\(headline.before.value)~\(headline.after.value)"
    let spots = theatre.places.map { place in
      let change = judgements.change(place.id, threat, headline, "median")
      let reached = ladder.reaches(place.id, threat, headline.after.value)
      let new = reached && !ladder.reaches(place.id, threat, headline.before.value)
      let moved =
        abs(change) < Judgements.noticeable
        ? "no change"
        : change == -.infinity
          ? "no longer alerted in the median draw"
          : change == .infinity
            ? "alerted in the median draw, as it was not before" : Words.time(change)
      let words = new ? "newly within reach" : reached ? moved : "out of reach"
      return MapDrawing.Spot(
        name: place.name, position: place.position, population: place.population,
        colour: new ? Style.new : reached ? Style.loss(change) : nil,
        tip: "\(place.name): \(words)")
    }
    let posture = theatre.posture(headline.after.value)!
    let sidcs = [
      "quasi-ballistic": Symbol.missile, "ballistic": Symbol.missile, "cruise": Symbol.missile,
      "one-way-drone": Symbol.drone,
    ]
    let forces = posture.forces.compactMap { force -> (String, String, Position)? in
      guard let site = theatre.sites[force.site], let system = theatre.systems[force.system],
        let sidc = sidcs[system.kind]
      else { return nil }
      return (sidc, site.name, site.position)
    }
    let radars = posture.sensors.compactMap { theatre.sites[$0] }.filter { site in
      site.system.flatMap { theatre.systems[$0]?.kind.hasSuffix("radar") } ?? false
    }.map { (Symbol.radar, $0.name, $0.position) }
    let reach = posture.forces.compactMap { force -> (Position, Length)? in
      guard theatre.systems[force.system]?.kind == threat,
        let law = theatre.law(Address("catalogue", force.system, "range"), under: posture)
      else { return nil }
      return (theatre.sites[force.site]!.position, Length(si: law.likely))
    }
    let svg = try drawing.svg(
      spots: spots, systems: (radars + forces).map { (sidc: $0.0, name: $0.1, position: $0.2) },
      reach: reach)
    let legend = Style.steps.map { "<li><i style=\"background:\($0.colour)\"></i>\($0.words)</li>" }
    return "<figure class=\"map\">\(svg)<figcaption><ul class=\"legend\">\(legend.joined())"
      + "<li><i style=\"background:\(Style.new)\"></i>newly within reach</li>"
      + "<li><i class=\"hollow\"></i>out of reach in most draws</li></ul>"
      + "Change of the median warning of \(Words.plural(threat)), \(Html.escape(pair.replacing("~", with: " to "))). "
      + "Dashed: likely reach under \(Html.escape(posture.id)). \(Html.escape(drawing.caption))"
      + "</figcaption></figure>"
  }

  // MARK: distributions

  private func quantiles(_ place: String, _ threat: String, _ posture: String) -> [Double?] {
    ["p05", "p10", "p25", "median", "p75", "p90", "p95"].map {
      ladder.figure(place, "warning", threat, posture, $0)?.estimate.value
    }
  }

  private func distributions() -> String {
    var out = "<section><h2>Before and after</h2>"
    for threat in classes {
      let rows = focus.filter { place in
        theatre.postures.contains { ladder.reaches(place.id, threat, $0.id) }
      }
      guard !rows.isEmpty else { continue }
      let values = rows.flatMap { place in
        theatre.postures.flatMap { quantiles(place.id, threat, $0.id).compactMap(\.self) }
      }
      let strip = Strip(values: values, width: 720)
      let band = 11.0
      let step = band * Double(theatre.postures.count) + 14
      let height = step * Double(rows.count) + 6
      var body = strip.axis(y: 0, height: height)
      for (index, place) in rows.enumerated() {
        let y = Double(index) * step + 8
        body +=
          "<text class=\"row\" x=\"-10\" y=\"\(Html.px(y + step / 2 - 3))\">\(Html.escape(place.name))</text>"
        for (number, posture) in theatre.postures.enumerated()
        where ladder.reaches(place.id, threat, posture.id) {
          body += strip.band(
            quantiles(place.id, threat, posture.id), y: y + Double(number) * band,
            height: band - 2, colour: colour(number))
        }
      }
      out +=
        "<figure><svg viewBox=\"-110 -4 860 \(Html.px(height + 24))\" role=\"img\" aria-label=\"Warning of "
        + "\(Words.plural(threat))\">\(body)</svg><figcaption>Warning of \(Words.plural(threat)), "
        + "\(Strip.step(strip.high - strip.low) >= 60 ? "minutes" : "seconds") before arrival: the line is the median, the "
        + "box P25 to P75, the bands P10 to P90 and P5 to P95. A band that touches the left edge holds draws "
        + "without an alert. \(postureKey())</figcaption></figure>"
    }
    return out + "</section>"
  }

  func postureKey() -> String {
    theatre.postures.enumerated().map {
      "<span class=\"key\"><i style=\"background:\(colour($0))\"></i>\($1.id)</span>"
    }.joined(separator: " ")
  }

  // MARK: trials

  private mutating func trials() -> String {
    var rows = ""
    for trial in results.trials {
      let figure = ladder.figure(id: trial.figure)
      let places = ladder.figure(id: trial.figure.replacing("/holds", with: "/places"))
      let p = figure?.estimate.value
      let verdict = p.map { $0 < 0.45 ? "fails" : $0 <= 0.55 ? "open" : "holds" } ?? "open"
      let said =
        p == nil
        ? "not asked: nothing is reached" : verdict == "open" ? "open" : "\(verdict) in most draws"
      rows +=
        "<tr><td>“\(Html.escape(trial.words))”<br><small>\(Html.escape(trial.saidBy))</small></td>"
        + "<td>\(Html.escape(trial.predicate))</td><td class=\"\(verdict)\">\(said): "
        + "\(printer.span(figure, Words.share(figure)))</td>"
        + "<td>\(printer.span(places, Words.share(places)))</td></tr>"
    }
    return
      "<section><h2>Claims on trial</h2><table><thead><tr><th>Claim</th><th>What it would take</th>"
      + "<th>Share of draws in which it holds</th><th>Share of places in the mean draw</th></tr></thead><tbody>"
      + "\(rows)</tbody></table></section>"
  }
}
