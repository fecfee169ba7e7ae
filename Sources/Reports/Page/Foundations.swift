internal import Findings
internal import Quantities
internal import Theatre

/// What the numbers rest on: what cites nobody first, then disagreements, then every source.
extension PageWriter {
  mutating func foundations() -> String {
    bare() + disagreements() + supports() + sourceTable()
  }

  /// Inputs that rest on no source.
  private func bare() -> String {
    let known = Set(results.foundations.sources.map(\.id))
    let claims = Dictionary(grouping: results.foundations.claims, by: \.address)
    let bare = claims.filter { !$0.value.contains { $0.source.map(known.contains) ?? false } }
    struct Reason: Hashable {
      let owner, note: String
    }
    let reasons = Dictionary(grouping: bare.keys.sorted()) { address in
      Reason(
        owner: address.owner,
        note: Set(bare[address]!.compactMap(\.note)).sorted().joined(separator: "; "))
    }
    let items = reasons.sorted { ($0.key.owner, $0.key.note) < ($1.key.owner, $1.key.note) }.map {
      reason, addresses in
      let fields = addresses.map {
        "<code>\($0.description.dropFirst(reason.owner.count + 1))</code>"
      }
      let note = reason.note.isEmpty ? "" : ": \(Html.escape(reason.note))"
      return "<li><b>\(reason.owner)</b> \(fields.joined(separator: ", "))\(note)</li>"
    }
    return "<h3>On no source: \(bare.count) of \(claims.count) inputs, graded F6</h3>"
      + "<ul class=\"columns\">\(items.joined())</ul>"
  }

  /// Claims about one input that contradict each other, drawn as ranges.
  private mutating func disagreements() -> String {
    let found = theatre.bibliography.contradictions()
    guard !found.isEmpty else { return "" }
    let claims = Dictionary(
      grouping: results.foundations.claims.filter { !$0.id.contains(":") }, by: \.address)
    let grades = Dictionary(
      uniqueKeysWithValues: results.foundations.sources.map { ($0.id, $0.grade) })
    let groups = found.map { contradiction in
      let all = claims[contradiction.address] ?? []
      let unit = all.first?.unit ?? ""
      let low = all.map(\.range.low).min() ?? 0
      let high = all.map(\.range.high).max() ?? 0
      return RangePicture.Group(
        name: contradiction.address.description,
        claims: all.map { claim in
          let source = claim.source.flatMap { id in
            printer.numbers[id].map { "\($0) \(id), \(grades[id] ?? "")" }
          }
          return RangePicture.Claim(
            source: source ?? "no source, F6", low: claim.range.low, likely: claim.range.likely,
            high: claim.range.high, isSourced: source != nil)
        },
        least: Claim.words(low, low, unit: unit), most: Claim.words(high, high, unit: unit))
    }
    let title = "Disagreements between claims"
    let text = groups.map { "\($0.name): \($0.least) to \($0.most)" }.joined(separator: "; ")
    return "<h3>\(Words.count(found.count, "disagreement", "disagreements"))</h3>"
      + figure(
        RangePicture(groups: groups).picture(id: "disagreements", title: title, text: text),
        "Inputs about which claims lie more than 5 % apart, or whose likely values differ by more "
          + "than half. A line is a claim from low to high, the dot its likely value, dashed where it "
          + "cites nobody; each input has an axis of its own, on a logarithm beyond a factor of ten. "
          + "A draw chooses a claim by the grades of its source, never an average of them.")
  }

  /// The sources that matter most, place by place.
  private mutating func supports() -> String {
    var rows = ""
    for place in theatre.places {
      for posture in compared { rows += support(place, posture) }
    }
    guard !rows.isEmpty else { return "" }
    return "<h3>The three sources that matter most, place by place</h3>"
      + Html.table(
        "Shares of the spread of the warning of \(theatre.plural(leading))",
        ["Place", "Posture", "Sources", "No source", "Chance"], "<tbody>\(rows)</tbody>")
      + "<p class=\"note\">Share of the spread of the warning that a straight line in the inputs of a "
      + "source explains; shares need not add up to one.</p>"
  }

  private mutating func support(_ place: Theatre.Place, _ posture: String) -> String {
    let supports = judgements.supports(place.subject, leading, posture).prefix(3)
    guard !supports.isEmpty else { return "" }
    let names = supports.map { support in
      "<a href=\"#s\(printer.numbers[support.source] ?? 0)\">\(Html.escape(support.source))</a> "
        + printer.span(support.figure, Words.percent(support.figure.estimate.value ?? 0))
    }
    func share(_ name: String) -> String {
      let figure = ladder.figure(
        place.subject, TacticalFigures.restsOn.of(name), leading, posture, .share)
      return printer.span(figure, figure?.estimate.value.map { Words.percent($0) } ?? "–")
    }
    return "<tr><th scope=\"row\">\(Html.escape(place.name))</th><td>\(postureMark(posture))</td>"
      + "<td>\(names.joined(separator: ", "))</td><td>\(share("unsourced"))</td><td>\(share("chance"))</td></tr>"
  }

  /// Every source with its grade, and what it says, claim by claim.
  private func sourceTable() -> String {
    let claims = Dictionary(grouping: results.foundations.claims) { $0.source ?? "" }
    var rows = ""
    for (index, source) in results.foundations.sources.enumerated() {
      let said = (claims[source.id] ?? []).map { claim in
        "<code>\(claim.address)</code> \(claim.words)"
      }
      let maker = source.isMaker ? ", maker's own claim" : ""
      let origin = source.origin.map { ", repeats \(Html.escape($0))" } ?? ""
      let link =
        source.link.hasPrefix("http")
        ? "<a href=\"\(Html.escape(source.link))\">\(Html.escape(source.link))</a>"
        : Html.escape(source.link)
      rows +=
        "<tr id=\"s\(index + 1)\"><th scope=\"row\">\(index + 1)</th><td>\(Html.escape(source.title)), "
        + "\(Html.escape(source.publisher))\(source.date.map { ", \($0)" } ?? "") "
        + "<code>\(Html.escape(source.id))</code><br><small>\(link)</small></td>"
        + "<td>\(source.grade)\(maker)\(origin)</td>"
        + "<td><small>\(said.joined(separator: "; "))</small></td></tr>"
    }
    guard !rows.isEmpty else { return "" }
    return "<h3>Sources</h3>"
      + Html.table(
        "Every source, its grade and its claims", ["No.", "Source", "Grade", "Says"],
        "<tbody>\(rows)</tbody>", style: "wordy")
      + "<p class=\"note\">Grades are Admiralty: reliability A to F, credibility 1 to 6.</p>"
  }

  /// The notes that raised numbers lead to.
  func notes() -> String {
    guard !printer.notes.isEmpty else { return "" }
    let items = printer.notes.enumerated().map { index, note in
      let sources = note.sources.map { "<a href=\"#s\($0)\">\($0)</a>" }
      let rest =
        note.bare == 0
        ? "" : "\(note.bare) of \(note.inputs) inputs on no source"
      let cited =
        sources.isEmpty
        ? "" : "\(sources.count == 1 ? "Source" : "Sources") \(sources.joined(separator: " "))"
      return "<li id=\"n\(index + 1)\">"
        + [cited, rest].filter { !$0.isEmpty }.joined(separator: "; ") + ".</li>"
    }
    return
      "<p>What stands behind the numbers of a row or sentence. <code>vedette explain</code> with the "
      + "id of a number (its HTML id) follows it further, to every claim, file and line.</p>"
      + "<ol class=\"notes\">\(items.joined())</ol>"
  }
}
