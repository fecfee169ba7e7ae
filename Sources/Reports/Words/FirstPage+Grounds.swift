internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// What to know before it is quoted, and how sure it is.
extension FirstPage {
  /// What is assumed and what is found.
  var assumed: [Told] {
    var told: [Told] = []
    let hinges = Hinges(ladder, leading).inputs.filter { $0.share >= 0.05 }.prefix(3)
    if !hinges.isEmpty, theatre.compared.count == 2 {
      let named = hinges.map { InputWords.words($0.address, theatre) }
      told.append(
        Told(
          "How warning changes between postures is surer than its level: both share what is not known. The level hangs most on \(Words.list(named))."
        ).linked(to: "foundations", "What it rests on."))
    }
    return told + radars
  }

  /// How many radars have a detection range that no source gives.
  private var radars: [Told] {
    let ranges = results.foundations.claims.filter { $0.address.last == "anchor_range" }
    let known = Set(results.foundations.sources.map(\.id))
    let radars = Dictionary(grouping: ranges, by: \.address)
    let bare = radars.values.count { !$0.contains { $0.source.map(known.contains) ?? false } }
    guard bare > 0 else { return [] }
    return [
      "Assumed: how far radars see; no source gives the detection range of \(bare) of \(Words.count(radars.count, "kind of sensor", "kinds of sensor"))."
    ]
  }

  /// Statements that the scenario wants answered here.
  var answers: [Told] {
    theatre.firstPage.compactMap { id in
      guard let answer = results.answers.first(where: { $0.id == id }), !answer.finding.isEmpty
      else { return nil }
      let pieces = answer.finding.map { piece -> Told.Piece in
        switch piece {
        case .words(let words): return .words(words)
        case .figure(let id):
          guard let figure = ladder.figure(id) else { return .words("–") }
          return .figure(figure, Words.plain(figure))
        }
      }
      let rest = answer.reason.isEmpty ? "" : " Not tested: \(answer.reason)."
      let topic = theatre.statements.first { $0.id == id }?.topic ?? ""
      let head = Words.capital(topic.isEmpty ? answer.said.words : topic)
      let sentence: Told = "\(head). \(Told(pieces: pieces))\(rest)"
      return sentence.linked(to: "statements", "Statement by statement.")
    }
  }

  var count: Told? {
    results.answers.isEmpty ? nil : Told(StatementCount(results.answers).words)
  }

  // MARK: how sure

  var sure: [Told] {
    var told: [Told] = []
    if let record { told.append(Told(record.sentence)) }
    told.append(
      Told(judgements.confidence).linked(to: "foundations", "What it rests on."))
    let sources = SourceShares(judgements).most(leading, headline.after.value)
    if !sources.isEmpty {
      let titles = sources.map { "“\($0.title)” (\($0.publisher), graded \($0.grade))" }
      told.append("The sources that move it most: \(titles.joined(separator: "; ")).")
    }
    let missing = theatre.leftOut.prefix(6).map(\.what)
    if !missing.isEmpty {
      told.append("Real and not modelled: \(missing.joined(separator: "; ")).")
    }
    return told
  }
}
