public import Findings
internal import Quantities

/// `figures.csv`: every figure, a row each.
public enum FiguresFile {
  /// Its columns. `low` and `high` are the ends of the computing error, not a spread of draws; `n` is how many draws it rests on;
  /// `state` says why there is no value; `status` whether the posture was reported, empty where nobody says.
  public static let columns = [
    "id", "rung", "place", "quantity", "posture", "statistic", "value", "low", "high", "unit", "n",
    "state", "status",
  ]

  /// The text of the file.
  public static func csv(_ results: Results) -> String {
    var out = columns.joined(separator: ",") + "\n"
    out.reserveCapacity(results.figures.count * 190)
    var group = Group()
    for figure in results.figures {
      group.follow(figure.id, results.foundations)
      let statistic = Csv.cell(figure.id.statistic.name)
      let estimate = figure.estimate
      out += group.head
      out += figure.id.statistic.name
      out += ","
      out += group.parts
      out += statistic
      for number in [estimate.value, estimate.low, estimate.high] {
        out += ","
        if let number { out += Json.short(number) }
      }
      out +=
        ",\(figure.id.unit.rawValue),\(figure.draws),\(figure.state.rawValue),\(group.status)\n"
    }
    return out
  }

  /// What figures of one group have in common: they stand behind one another.
  private struct Group {
    private var id: FigureID?
    /// The beginning of an id, and the columns that it has in parts.
    private(set) var head = "", parts = "", status = ""

    mutating func follow(_ next: FigureID, _ foundations: Results.Foundations) {
      if let id, id.isOfSameGroup(as: next) { return }
      id = next
      let words = next.parts.dropLast()
      head = words.joined(separator: "/") + "/"
      parts = words.map { Csv.cell($0) + "," }.joined()
      status = foundations.standing(of: next.setting.postures)?.rawValue ?? ""
    }
  }
}
