internal import Findings
internal import Quantities
internal import Theatre

/// What the numbers rest on: what cites nobody first, then disagreements, then every source.
extension PageWriter {
  mutating func foundations() -> String {
    hinges() + bare() + disagreements() + sourceList()
  }

  /// The inputs on which the answer hangs most, and whether anybody speaks of them.
  private func hinges() -> String {
    let known = Set(results.foundations.sources.map(\.id))
    let claims = Dictionary(grouping: results.foundations.claims, by: \.address)
    let items = Hinges(ladder, leading).inputs.prefix(5).map { hinge -> String in
      let sources = Set((claims[hinge.address] ?? []).compactMap(\.source)).intersection(known)
      let rest =
        sources.isEmpty ? "no source speaks of it" : Words.count(sources.count, "source", "sources")
      let words = Words.capital(InputWords.words(hinge.address, theatre))
      return "<li>\(Html.escape(words)): \(Words.percent(hinge.share)) of the spread, \(rest)</li>"
    }
    guard !items.isEmpty else { return "" }
    return
      "<h3>What the answer hangs on</h3><p>Warning of \(Html.escape(theatre.plural(leading))) at the places named first, "
      + "\(Html.escape(judgements.named(compared.last!))):</p><ul>\(items.joined())</ul>"
  }

  /// Inputs that rest on no source, by what they are of.
  private func bare() -> String {
    let known = Set(results.foundations.sources.map(\.id))
    let claims = Dictionary(grouping: results.foundations.claims, by: \.address)
    let bare = claims.filter { !$0.value.contains { $0.source.map(known.contains) ?? false } }
    let subjects = Dictionary(grouping: bare.keys.sorted()) { InputSubject(of: $0, theatre) }
    let groups = InputSubject.allCases.compactMap { subject -> String? in
      guard let inputs = subjects[subject] else { return nil }
      let owners = Dictionary(grouping: inputs, by: \.owner)
      let items = owners.sorted { $0.key < $1.key }.map { owner, addresses in
        let fields = addresses.map { $0.description.dropFirst(owner.count + 1) }
        return "<li><b>\(owner)</b> \(fields.joined(separator: ", "))</li>"
      }
      return
        "<h4>\(subject.rawValue): \(inputs.count)</h4><ul class=\"columns\">\(items.joined())</ul>"
    }
    return
      "<h3>On no source: \(bare.count) of \(claims.count) inputs, graded F6</h3>\(groups.joined())"
  }

  /// So many fit on a page; the others are in `vedette check`.
  private static let mostDisagreements = 16

  /// Claims about one input that contradict each other, drawn as ranges: those first that are among what figures hang on.
  private mutating func disagreements() -> String {
    let driving = Set(results.drivers.flatMap(\.leading).map(\.address))
    let all = theatre.bibliography.contradictions()
    // those that move a figure first; the sort keeps the order of the others
    let found =
      all.filter { driving.contains($0.address) } + all.filter { !driving.contains($0.address) }
    guard !found.isEmpty else { return "" }
    let claims = Dictionary(
      grouping: results.foundations.claims.filter { !$0.id.contains(":") }, by: \.address)
    let grades = Dictionary(
      uniqueKeysWithValues: results.foundations.sources.map { ($0.id, $0.grade) })
    let groups = found.prefix(PageWriter.mostDisagreements).map { contradiction in
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
        (found.count > groups.count
          ? "\(groups.count) of them, those first on which figures hang; <code>vedette check</code> prints all. "
          : "")
          + "Inputs about which claims lie more than 5 % apart, or whose likely values differ by more "
          + "than half. A line is a claim from low to high, the dot its likely value, dashed where it "
          + "cites nobody; each input has an axis of its own, on a logarithm beyond a factor of ten. "
          + "A draw chooses a claim by the grades of its source, never an average of them.")
  }

  /// Every source that a figure or a claim on trial rests on, with its grade and its number among all; what each says, claim by claim, stands in the results file.
  private func sourceList() -> String {
    let claims = Dictionary(grouping: results.foundations.claims) { $0.source ?? "" }
    let tried = (results.facts.map(\.said) + results.trials.map(\.said)).compactMap(\.source)
    let used = Set(claims.keys).union(tried)
    let all = results.foundations.sources.enumerated()
    let items = all.filter { used.contains($0.element.id) }.map { index, source -> String in
      let maker = source.isMaker ? ", maker's own claim" : ""
      let origin = source.origin.map { ", repeats \(Html.escape($0))" } ?? ""
      let title = Html.escape(source.title)
      let link =
        source.link.hasPrefix("http")
        ? "<a href=\"\(Html.escape(source.link))\">\(title)</a>"
        : title + (source.link.isEmpty ? "" : " (\(Html.escape(source.link)))")
      let said = claims[source.id]?.count ?? 0
      return
        "<li id=\"s\(index + 1)\" value=\"\(index + 1)\">\(link), \(Html.escape(source.publisher))"
        + "\(source.date.map { ", \($0)" } ?? ""). <b>\(source.grade)</b>\(maker)\(origin); "
        + "\(Words.count(said, "claim", "claims")). <code>\(Html.escape(source.id))</code></li>"
    }
    guard !items.isEmpty else { return "" }
    return "<h3>\(items.count) sources</h3><ol class=\"notes\">\(items.joined())</ol>"
      + "<p class=\"note\">Grades are Admiralty: reliability A to F, credibility 1 to 6. The table <code>claims</code> of "
      + "<code>results.gpkg</code> holds what each says.</p>"
  }

  /// Links to sources, ascending; of three and more in a row only the first and the last.
  private static func links(_ sources: [Int]) -> String {
    func link(_ number: Int) -> String { "<a href=\"#s\(number)\">\(number)</a>" }
    var (texts, next): ([String], Int) = ([], 0)
    while next < sources.count {
      var last = next
      while last + 1 < sources.count, sources[last + 1] == sources[last] + 1 { last += 1 }
      texts.append(
        last - next > 1
          ? "\(link(sources[next]))–\(link(sources[last]))"
          : sources[next...last].map(link).joined(separator: " "))
      next = last + 1
    }
    return texts.joined(separator: " ")
  }

  /// The notes that raised numbers lead to.
  func notes() -> String {
    guard !printer.notes.isEmpty else { return "" }
    let items = printer.notes.enumerated().map { index, note in
      let rest =
        note.bare == 0
        ? "" : "\(note.bare) of \(note.inputs) inputs on no source"
      let cited =
        note.sources.isEmpty
        ? "" : "\(note.sources.count == 1 ? "Source" : "Sources") \(PageWriter.links(note.sources))"
      return "<li id=\"n\(index + 1)\">"
        + [cited, rest].filter { !$0.isEmpty }.joined(separator: "; ") + ".</li>"
    }
    return
      "<p>What stands behind the numbers of a row or sentence. <code>vedette explain</code> with the "
      + "id of a number (its HTML id) follows it further, to every claim, file and line.</p>"
      + "<ol class=\"notes\">\(items.joined())</ol>"
  }
}

/// What inputs are of, as a reader groups them.
private enum InputSubject: String, CaseIterable {
  case chain = "The alert chain and people"
  case threats = "What flies"
  case sensors = "Sensors and batteries"
  case indicators = "Indicators of weeks before"
  case other = "Ground, weather and the rest"

  init(of address: Address, _ theatre: Theatre) {
    switch address.root {
    case "alert", "net": self = .chain
    case "indicator": self = .indicators
    case "catalogue":
      let owner = String(address.owner.dropFirst("catalogue.".count))
      let isThreat = theatre.postures.contains { posture in
        posture.forces.contains { $0.system == owner }
      }
      self = isThreat ? .threats : .sensors
    default: self = .other
    }
  }
}
