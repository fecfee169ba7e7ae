internal import Quantities
internal import Yams

/// Questions, and published claims as predicates.
extension DocumentReader {
  mutating func readQuestions(_ node: Node, _ reader: inout NodeReader) {
    for item in reader.items(node, "questions") {
      let parts = reader.fields(item, "question", required: ["before", "after", "words"])
      if let before = parts["before"].flatMap({ reader.written($0.node, "before") }),
        let after = parts["after"].flatMap({ reader.written($0.node, "after") }),
        let words = parts["words"].flatMap({ reader.text($0.node, "words") })
      {
        document.questions.append(Document.Question(before: before, after: after, words: words))
      }
    }
    if case .sequence(let items) = node, items.isEmpty {
      reader.report(node, "questions: expected at least one")
    }
  }

  mutating func readLeftOut(_ node: Node, _ reader: inout NodeReader) {
    for item in reader.items(node, "left_out") {
      let parts = reader.fields(
        item, "left_out", required: ["what", "because"], optional: ["of", "places"])
      func text(_ key: String) -> String { parts[key].flatMap { reader.text($0.node, key) } ?? "" }
      document.leftOut.append(
        Document.LeftOut(
          what: text("what"), because: text("because"), of: text("of"),
          places: parts["places"].map { reader.texts($0.node, "places") } ?? []))
    }
  }

  mutating func readTrials(_ node: Node, _ reader: inout NodeReader) {
    for item in reader.items(node, "trials") {
      let parts = reader.fields(
        item, "trial", required: ["id", "words", "said_by", "holds"], optional: ["quote", "source"])
      guard let idEntry = parts["id"], let id = reader.text(idEntry.node, "id"),
        reader.identifier(id, "trial", idEntry.span), let holds = parts["holds"]
      else { continue }
      func text(_ key: String) -> String? { parts[key].flatMap { reader.text($0.node, key) } }
      let quote = text("quote")
      if let quote, parts["source"] == nil {
        reader.report(
          parts["quote"]!.node, "trial '\(id)': '\(quote)' is quoted from nowhere",
          help: "name the source, or tell it in your own words under 'words' alone")
      }
      readPredicate(
        holds.node, id: id,
        said: (text("words") ?? "", quote, text("said_by") ?? "", text("source")), &reader)
    }
  }

  private mutating func readPredicate(
    _ node: Node, id: String,
    said: (words: String, quote: String?, by: String, source: String?),
    _ reader: inout NodeReader
  ) {
    let parts = reader.fields(
      node, "holds", required: ["quantity", "posture"],
      optional: ["threat", "places", "before", "below", "falls_by", "share"])
    let key = parts["before"] == nil ? "below" : "falls_by"
    guard
      let quantity = parts["quantity"].flatMap({
        reader.choice($0.node, "quantity", ["warning", "flight", "distance"])
      }), let posture = parts["posture"].flatMap({ reader.written($0.node, "posture") })
    else { return }
    guard let limit = parts[key] else {
      reader.report(
        node, "holds: '\(key)' is missing",
        help: "'below' for one posture, 'before' and 'falls_by' for a change")
      return
    }
    let found =
      quantity == "distance"
      ? reader.quantity(limit.node, key, units: Length.units, in: 0...20_100_000)
      : reader.quantity(limit.node, key, units: TimeSpan.units, in: -86_400...86_400)
    guard let threshold = found else { return }
    let share = parts["share"].flatMap {
      reader.quantity($0.node, "share", units: Ratio.units, in: 0...1)
    }
    document.trials.append(
      Document.Trial(
        id: id, words: said.words, saidBy: said.by, quote: said.quote, source: said.source,
        quantity: quantity,
        threat: parts["threat"].flatMap { reader.written($0.node, "threat") },
        places: parts["places"].map { reader.texts($0.node, "places") } ?? [], posture: posture,
        before: parts["before"].flatMap { reader.written($0.node, "before") },
        threshold: threshold, share: share ?? 0.5, span: reader.span(node)))
  }
}
