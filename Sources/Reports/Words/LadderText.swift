internal import Findings
internal import Quantities
internal import Scenarios
public import Theatre

/// The ladder of one place as plain text for a terminal: the rungs one under the other, longest warning first.
public struct LadderText: Sendable {
  /// The rows of a rung at a place; empty where it has none.
  typealias Rows = @Sendable (Ladder, Theatre.Place) -> String

  /// Rungs that tell of themselves, by what they may find.
  private static let rungs: [(figures: RungFindings, rows: Rows)] = [
    (TacticalFigures.findings, TacticalLadder.rows),
    (OperationalFigures.findings, OperationalLadder.rows),
    (StrategicFigures.findings, StrategicLadder.rows),
  ]

  /// How a rung tells of itself; nil where it is told by its figures as they are.
  static func teller(of rung: RungFindings) -> Rows? {
    rungs.first { $0.figures.quantities == rung.quantities }?.rows
  }

  public let text: String

  public init(_ ladder: Ladder, of place: Theatre.Place) {
    var text =
      "\(place.name): warning = arrival − alert; shares before times, P10 before the median\n"
    for rung in ladder.results.declared.sorted(by: { $0.level.rank < $1.level.rank }) {
      text +=
        LadderText.teller(of: rung).map { $0(ladder, place) }
        ?? PlainLadder.rows(ladder, place, rung)
    }
    let run = ladder.results.run
    let missing = ladder.theatre.leftOut.filter { $0.concerns(place) }
    if !missing.isEmpty {
      text += "\nNot modelled here:\n" + missing.map { "  \($0.words)\n" }.joined()
    }
    let levers = Set(ladder.theatre.levers.map(\.id))
    for posture in ladder.results.foundations.postures
    where posture.standing == .whatIf && !levers.contains(posture.id) {
      text +=
        "\n\(posture.id) is a what-if: "
        + (ladder.theatre.tried[posture.id] ?? "nobody has reported \(Words.list(posture.whatIfs))")
        + "\n"
    }
    self.text =
      text + "\n\nseed \(run.seed), \(run.replicates) × \(run.draws) draws, "
      + "vedette \(run.version)\n"
  }

  static func row(_ head: String, _ cells: [String]) -> String {
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(1, width - text.count))
    }
    return "  " + padded(head, 22) + cells.map { padded($0, 13) }.joined() + "\n"
  }
}

/// The figures of a rung as they are: a block a quantity and threat, a row a posture.
enum PlainLadder {
  static func rows(_ ladder: Ladder, _ place: Theatre.Place, _ rung: RungFindings) -> String {
    var text = ""
    for table in tables(ladder.results, of: [place.subject, .region], rung) {
      let head = table.threat.map { "\(table.quantity.word), \($0)" } ?? table.quantity.word
      text += "\n\(head): \(table.quantity.sentence)\n"
      text += LadderText.row("posture", table.statistics.map(\.name))
      for row in table.rows {
        text += LadderText.row(row.setting.word, row.figures.map(Words.plain))
      }
    }
    return text
  }

  /// The figures of one quantity and threat at one subject.
  struct Table {
    let subject: FigureSubject
    let quantity: FigureQuantity
    let threat: String?
    let statistics: [Statistic]
    let rows: [(setting: FigureSetting, figures: [Figure?])]
  }

  /// - Parameter subjects: nil for all.
  static func tables(
    _ results: Results, of subjects: [FigureSubject]?, _ rung: RungFindings
  ) -> [Table] {
    struct Key: Hashable {
      let subject: FigureSubject
      let quantity: FigureQuantity
      let threat: String?
    }
    var order: [Key] = []
    var figures: [Key: [Figure]] = [:]
    for figure in results.figures
    where figure.id.level == rung.level && subjects?.contains(figure.id.subject) ?? true {
      let key = Key(
        subject: figure.id.subject, quantity: figure.id.quantity, threat: figure.id.threat)
      if figures[key] == nil { order.append(key) }
      figures[key, default: []].append(figure)
    }
    return order.map { key in
      let own = figures[key]!
      var statistics: [Statistic] = []
      var settings: [FigureSetting] = []
      for figure in own {
        if !statistics.contains(figure.id.statistic) { statistics.append(figure.id.statistic) }
        if !settings.contains(figure.id.setting) { settings.append(figure.id.setting) }
      }
      return Table(
        subject: key.subject, quantity: key.quantity, threat: key.threat,
        statistics: statistics,
        rows: settings.map { setting in
          (
            setting,
            statistics.map { statistic in
              own.first { $0.id.setting == setting && $0.id.statistic == statistic }
            }
          )
        })
    }
  }
}
