internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// What changed, what each change costs, and what every question of the scenario finds.
extension PageWriter {
  mutating func change() -> String {
    compares ? edits() + parts() + losses() + questions() : ""
  }

  /// The edits of the headline, part by part.
  private func edits() -> String {
    guard let change = theatre.change(from: compared.first!, to: compared.last!) else { return "" }
    let rows = change.parts.map { part in
      let words = theatre.words(of: part, in: change).map { Html.escape($0) }
      return
        "<tr><th scope=\"row\">\(Html.escape(part))</th><td>\(words.joined(separator: "; "))</td></tr>"
    }
    return Html.table(
      "\(judgements.named(compared.first!)) → \(judgements.named(compared.last!))",
      ["Part", "Edits"],
      "<tbody>\(rows.joined())</tbody>", style: "wordy")
  }

  /// The headline's change split over its parts: bars for the leading class, or the first one that can
  /// be split; all classes and the share of people as a table.
  private mutating func parts() -> String {
    let pair = headline.pair
    guard !ladder.partNames.isEmpty else { return "" }
    let change = theatre.change(from: compared.first!, to: compared.last!)
    var names = Dictionary(
      zip(change?.slugs ?? [], change?.parts ?? []), uniquingKeysWith: { a, _ in a })
    names[Statistic.theRest] = "the rest"
    names[Statistic.wholeChange.name] = "all together"
    let shown = ([leading] + classes).first { threat in
      theatre.focus.contains { !ladder.parts($0.subject, threat, pair).isEmpty }
    }
    let bars = shown.map { partBars($0, pair, names) } ?? ""
    return bars + partTable(pair, names)
  }

  private mutating func partBars(
    _ threat: String, _ pair: FigureSetting, _ names: [String: String]
  ) -> String {
    let split = theatre.focus.map { place in
      let parts = ladder.parts(place.subject, threat, pair)
      return (place, PageWriter.moved(parts) ? parts.filter { PageWriter.isTold($0) } : [])
    }.filter { !$0.1.isEmpty }
    guard !split.isEmpty else { return "" }
    let groups = split.map { place, parts in
      Panel.Group(
        name: place.name,
        rows: parts.map { part in
          let estimate = part.figure.estimate
          return PartBars.Row(
            part: names[part.part.name] ?? part.part.name, value: estimate.value,
            error: estimate.low.flatMap { low in estimate.high.map { (low, $0) } },
            words: Words.change(part.figure))
        })
    }
    let title = "What each part costs, \(theatre.plural(threat))"
    let text = groups.map { group in
      "\(group.name): "
        + group.rows.map { "\($0.part) \($0.words)" }.joined(separator: ", ")
    }.joined(separator: "; ")
    let picture = PartBars(groups).picture(id: "parts", title: title, text: text)
    return figure(
      picture,
      "Change of the median warning of \(theatre.plural(threat)), \(Html.escape(judgements.names(headline.pair))), "
        + "split by Shapley value: the parts of a place add up to all "
        + "together; parts that move nothing of this class are left out. To the left: warning lost. Thin black bar: computing error, 95 %. The split rests "
        + "on fewer draws than the other figures: where a warning is spread over two humps, its medians "
        + "differ.\(printer.note(split.flatMap { $0.1.map(\.figure) }))")
  }

  private typealias Part = (part: Statistic, figure: Figure)

  /// Whether some part moves anything that draws tell from nothing.
  private static func moved(_ parts: [Part]) -> Bool {
    parts.contains { Words.change($0.figure) != "no change" }
  }

  /// What moves nothing of a class says nothing of other classes, and is left out.
  private static func isTold(_ part: Part) -> Bool {
    part.part == .wholeChange || Words.change(part.figure) != "no change"
  }

  private mutating func partTable(_ pair: FigureSetting, _ names: [String: String]) -> String {
    var rows = ""
    for place in theatre.focus {
      let threats = [leading] + classes.filter { $0 != leading }
      for threat in threats.map(Optional.init) + [nil] {
        let parts = ladder.parts(place.subject, threat, pair)
        guard PageWriter.moved(parts) else { continue }
        let cells = ladder.partNames.map { name -> String in
          let figure = parts.first { $0.part == name }?.figure
          let words = threat == nil ? Words.points(figure) : Words.change(figure)
          return printer.cell(figure, words == "no change" ? "" : words)
        }
        let what = threat.map { theatre.plural($0) } ?? "people in shelter"
        rows +=
          "<tr><th scope=\"row\">\(Html.escape(place.name))</th><td>\(Html.escape(what))</td>"
          + "\(cells.joined())<td>\(printer.note(parts[0].figure))</td></tr>"
      }
    }
    guard !rows.isEmpty else {
      return
        "<p>At none of the places named first can the change be split: some part alone leaves no "
        + "median, or nothing changes.</p>"
    }
    let heads = ladder.partNames.map { Html.escape(names[$0.name] ?? $0.name) }
    return Html.table(
      "Every class, part by part", ["Place", "Threat"] + heads + ["Note"],
      "<tbody>\(rows)</tbody>", isKept: true)
      + "<p class=\"note\">People in shelter: of 100 people, more or fewer, of the threat that decides. Empty: no change of this class is "
      + "told. A row is left out where some part alone leaves no median, or where nothing changes.</p>"
  }

  /// All questions in the order that says first what costs nothing.
  private mutating func questions() -> String {
    let items = judgements.effects(leading).map {
      "<li>\(Html.escape(judgements.sentence($0, leading)))</li>"
    }
    return "<h3>Every comparison</h3><ol>\(items.joined(separator: "\n"))</ol>"
  }
}
