internal import Quantities

/// Rows for a scenario's table, made from a file of somebody else, and what was done on the way.
public struct Proposal: Sendable {
  public let kind: ImportKind
  public let columns: [String]
  public private(set) var rows: [[String]] = []
  /// What was left out, rounded or assumed, one sentence each.
  public private(set) var notes: [String] = []

  /// - Parameters:
  ///   - named: columns of the file by ours: `name` from `NAME_1`.
  ///   - constants: what a column gets in every row.
  public init(
    _ kind: ImportKind, _ table: ForeignTable, named: [String: String] = [:],
    constants: [String: String] = [:]
  ) throws {
    (self.kind, columns) = (kind, kind.columns)
    var reader = try ProposalReader(kind, table, named: named, constants: constants)
    switch kind {
    case .outlines: rows = reader.outlines()
    case .alarms: rows = reader.alarms()
    default: rows = table.rows.compactMap { reader.row($0) }
    }
    notes = reader.notes
    guard !rows.isEmpty else {
      let span = Span(file: table.file, line: 1, column: 1)
      throw InvalidScenario(
        (["no row can be used"] + notes).map { Diagnostic(span, $0) })
    }
  }

  /// As the scenario's file has it.
  public var csv: String {
    ([columns] + rows).map { row in row.map(Proposal.quoted).joined(separator: ",") + "\n" }
      .joined()
  }

  /// Rows as a table with other columns has them: what it does not have is left out.
  public func lines(for header: [String]) -> String {
    rows.map { row in
      header.map { name in
        columns.firstIndex(of: name).map { Proposal.quoted(row[$0]) } ?? ""
      }.joined(separator: ",") + "\n"
    }.joined()
  }

  static func quoted(_ text: String) -> String {
    Csv.cell(text.split(whereSeparator: \.isNewline).joined(separator: " "))
  }
}
