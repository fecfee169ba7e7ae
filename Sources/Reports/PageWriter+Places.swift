internal import Quantities
internal import Scenarios
internal import Theatre
internal import Warnings

/// Every place, what it rests on, and how it was computed.
extension PageWriter {
  mutating func ladders() -> String {
    var out = "<section><h2>Every place</h2><p>\(postureKey())</p>"
    let countries = Dictionary(grouping: theatre.places, by: \.country)
    for country in countries.keys.sorted() {
      out +=
        "<h3>\(country)</h3><table class=\"ladder\"><thead><tr><th>Place</th><th>Threat</th><th>Posture</th>"
        + "<th>No alert</th><th>Enough</th><th>At night</th><th>P10</th><th>Median</th><th>P90</th>"
        + "<th>Worst median</th><th>Flight</th><th>Decided by</th></tr></thead><tbody>"
      for place in countries[country]!.sorted(by: {
        ($1.population, $0.id) < ($0.population, $1.id)
      }) {
        for threat in classes { out += rows(place, threat) }
        out += rungs(place)
      }
      out += "</tbody></table>"
    }
    return out
      + "<p class=\"note\">No alert: share of arrivals nobody is told of. Enough: share of people who are "
      + "sheltered in time, draws and people together, by day; at night: the same people asleep. Worst median: "
      + "the other side takes the worst of its launch points and heights in every draw (before and after of "
      + "the headline only). Decided by: the threat that leaves least, and how often."
      + "</p></section>"
  }

  private mutating func rows(_ place: Theatre.Place, _ threat: String) -> String {
    var out = ""
    for (number, posture) in theatre.postures.enumerated() {
      guard ladder.reaches(place.id, threat, posture.id) else { continue }
      func cell(_ quantity: String, _ statistic: String, _ words: (Figure?) -> String) -> String {
        let figure = ladder.figure(place.id, quantity, threat, posture.id, statistic)
        return "<td>\(printer.span(figure, words(figure)))</td>"
      }
      out +=
        "<tr><td>\(Html.escape(place.name))<br><small>\(Html.escape(place.district))</small></td>"
        + "<td>\(threat)</td><td><i style=\"background:\(colour(number))\"></i>\(posture.id)</td>"
        + cell("warning", "no-alert", Words.share) + cell("warning", "enough", Words.share)
        + cell("warning", "enough-at-night", Words.share)
        + cell("warning", "p10", Words.time) + cell("warning", "median", Words.time)
        + cell("warning", "p90", Words.time)
        + cell("worst-warning", "median") { $0 == nil ? "–" : Words.time($0) }
        + cell("flight", "median", Words.time)
        + deciding(place, threat, posture) + "</tr>"
    }
    return out
  }

  /// The ladder of a place: medians of the deciding threat's marks, one line a class and posture.
  private mutating func rungs(_ place: Theatre.Place) -> String {
    var lines: [String] = []
    for threat in classes {
      for posture in theatre.postures where ladder.reaches(place.id, threat, posture.id) {
        let marks = ["detected", "firm", "identified", "localised", "alerted", "arrived"]
        let steps = marks.map { mark -> String in
          let figure = ladder.figure(place.id, "mark-\(mark)", threat, posture.id, "median")
          let time = figure?.estimate.value.map { Words.time($0) } ?? "never"
          return "\(mark) \(printer.span(figure, time))"
        }
        lines.append(
          "<b>\(threat), \(posture.id)</b>: launched 0 s, \(steps.joined(separator: ", "))")
      }
    }
    return "<tr class=\"rungs\"><td colspan=\"12\"><details><summary>Ladder of "
      + "\(Html.escape(place.name)): medians after launch</summary>"
      + lines.joined(separator: "<br>") + "</details></td></tr>"
  }

  private mutating func deciding(
    _ place: Theatre.Place, _ threat: String, _ posture: Theatre.Posture
  ) -> String {
    let best = posture.forces.compactMap { force -> (Theatre.Force, Figure)? in
      ladder.figure(place.id, "deciding-\(force.id)", threat, posture.id, "share").map {
        (force, $0)
      }
    }
    .max { ($0.1.estimate.value ?? 0, $1.0.id) < ($1.1.estimate.value ?? 0, $0.0.id) }
    guard let (force, figure) = best else { return "<td>–</td>" }
    return "<td>\(Html.escape(force.id)) \(printer.span(figure, Words.share(figure)))</td>"
  }

  mutating func foundations() -> String {
    let sources = Dictionary(uniqueKeysWithValues: results.sources.map { ($0.id, $0) })
    let claims = Dictionary(grouping: results.claims, by: \.address)
    let bare = claims.filter {
      !$0.value.contains { $0.source.map { sources[$0] != nil } ?? false }
    }
    let unsourced = bare.keys.sorted().map { "<li>\($0)</li>" }.joined()
    var out =
      "<section><h2>What it rests on</h2><h3>On no source: \(bare.count) inputs, graded F6</h3>"
      + "<ul class=\"columns\">\(unsourced)</ul><h3>Three sources that matter most for \(Words.plural(leading)), place by place</h3>"
      + "<table><thead><tr><th>Place</th><th>Posture</th><th>Sources, share of the spread</th>"
      + "<th>No source</th><th>Chance</th></tr></thead><tbody>"
    for place in theatre.places {
      for posture in [headline.before.value, headline.after.value] {
        out += foundation(place, posture)
      }
    }
    out +=
      "</tbody></table><h3>Sources</h3><table><thead><tr><th>Id</th><th>Source</th><th>Grade</th>"
      + "<th>Says</th></tr></thead><tbody>"
    for source in results.sources {
      let said = results.claims.filter { $0.source == source.id }.map(\.address.description)
      let maker = source.isMaker ? ", maker's own claim" : ""
      let origin = source.origin.map { ", repeats \($0)" } ?? ""
      out +=
        "<tr id=\"source-\(source.id)\"><td>\(source.id)</td><td>\(Html.escape(source.title)), "
        + "\(Html.escape(source.publisher))\(source.date.map { ", \($0)" } ?? "")<br><small>"
        + "\(Html.escape(source.link))</small></td><td>\(source.grade)\(maker)\(origin)</td>"
        + "<td><small>\(Set(said).sorted().joined(separator: ", "))</small></td></tr>"
    }
    return out + "</tbody></table></section>"
  }

  private mutating func foundation(_ place: Theatre.Place, _ posture: String) -> String {
    let supports = judgements.supports(place.id, leading, posture).prefix(3)
    guard !supports.isEmpty else { return "" }
    let names = supports.map {
      "\(Html.escape($0.source)) \(printer.span($0.figure, Words.percent($0.figure.estimate.value ?? 0)))"
    }
    func share(_ name: String) -> String {
      let figure = ladder.figure(place.id, "rests-on-\(name)", leading, posture, "share")
      return printer.span(figure, figure?.estimate.value.map(Words.percent) ?? "–")
    }
    return
      "<tr><td>\(Html.escape(place.name))</td><td>\(posture)</td><td>\(names.joined(separator: ", "))</td>"
      + "<td>\(share("unsourced"))</td><td>\(share("chance"))</td></tr>"
  }

  func method() -> String {
    let data = results.data.map {
      "<li>\(Html.escape($0.attribution)) (\(Html.escape($0.licence))), version \(Html.escape($0.version))</li>"
    }
    return """
      <section><h2>Method and limits</h2>\(Style.method)
      <h3>Data</h3><ul>\(data.joined())</ul>
      <p>Borders are those of the Digital Chart of the World as distributed with the Generic Mapping \
      Tools; Crimea is drawn as Ukraine.</p></section>
      """
  }
}
