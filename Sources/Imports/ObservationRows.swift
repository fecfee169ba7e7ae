internal import Foundation
public import Quantities

/// Rows of a foreign table as rows of the log of observations.
public struct ObservationRows: Sendable {
  private let named, constants: [String: String]

  /// - Parameters:
  ///   - named: columns of the file by ours; where one is named, columns that nobody names are left out.
  ///   - constants: what a column gets in every row.
  public init(named: [String: String], constants: [String: String]) {
    (self.named, self.constants) = (named, constants)
  }

  private static let days = ["observed", "published", "recorded"]

  /// Words by column, and what was done on the way.
  public func rows(
    _ table: ForeignTable
  ) throws(InvalidScenario) -> (rows: [[String: String]], notes: [String]) {
    let span = Span(file: table.file, line: 1, column: 1)
    let unknown = named.values.sorted().filter { !table.columns.contains($0) }
    guard unknown.isEmpty else {
      throw InvalidScenario(
        unknown.map { name in
          Diagnostic(
            span, "'\(name.prefix(60))' is no column of the file",
            help: NearestName.to(name, among: table.columns).map { "did you mean '\($0)'?" }
              ?? "one of \(table.columns.joined(separator: ", "))")
        })
    }
    var (hasTimes, hasNoZone) = (false, false)
    let rows = table.rows.map { row -> [String: String] in
      var words = named.isEmpty ? row.words : named.compactMapValues { row.words[$0] }
      words.merge(constants) { $1 }
      if words["place"] == nil, let point = row.shape?.point {
        // no nearer than a town
        words["place"] = String(format: "near %.1f N %.1f E", point.y, point.x)
      }
      for column in ObservationRows.days {
        guard let moment = words[column].flatMap(Moment.init) else { continue }
        words[column] = moment.day.description
        hasTimes = true
        hasNoZone = hasNoZone || !moment.hasZone
      }
      return words
    }
    let left = named.isEmpty ? [] : table.columns.filter { !named.values.contains($0) }
    let notes =
      (left.isEmpty ? [] : ["columns that are left out: \(left.joined(separator: ", "))"])
      + (hasTimes ? ["times of day are told as days of UTC"] : [])
      + (hasNoZone ? ["times without a zone are taken as UTC"] : [])
    return (rows, notes)
  }
}
