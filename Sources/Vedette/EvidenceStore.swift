internal import Datasets
public import Quantities
internal import Scenarios
internal import Theatre

/// Writes to the log of observations: at its end, under a lock, whole rows only.
public struct EvidenceStore {
  private let scenario: Scenario
  private let path: String

  /// Reads the scenario first: codes and feeds must be its own.
  public init(folder: String) throws {
    scenario = try Scenario(path: folder)
    path = "\(folder)/\(EvidenceLog.fileName)"
  }

  /// What was written, and what was found torn and cut.
  public struct Added: Sendable {
    public let ids: [String]
    public let cut: String?
  }

  /// Adds rows; a row without an id gets the next one, one without `recorded` the given day.
  ///
  /// - Parameter spans: where each row stands in the file it comes from; empty for rows that come from none.
  /// - Throws: `InvalidScenario` with every diagnostic, when nothing has been written; where rows come from a file, lines are
  ///   those of that file.
  public func add(
    _ rows: [[String: String]], from spans: [Span] = [], recorded: Day
  ) throws -> Added {
    let file = try AppendedFile(path: path)
    guard var (reader, _) = try Scenario.evidence(under: folder) else {
      throw DataError(.noInput, "cannot read \(path)")
    }
    try EvidenceStore.refuse(reader.diagnostics)
    let torn = reader.log.torn
    let isNew = reader.log.header.isEmpty
    let header = isNew ? EvidenceLog.order : reader.log.header
    if isNew { reader = EvidenceReader { _ in [] } }
    var text = isNew ? header.joined(separator: ",") + "\n" : ""
    let last = try file.tail(from: max(0, try file.size() - 1))
    if !isNew, torn == nil, last.first != 10 { text = "\n" }
    var ids: [String] = []
    var taken: Set<String> = []
    var unknown: Set<String> = []
    for row in rows {
      var row = row
      if row["id"]?.isEmpty ?? true {
        row["id"] = EvidenceStore.next(reader.log, after: ids.count, taken: taken)
      }
      if row["recorded"]?.isEmpty ?? true { row["recorded"] = recorded.description }
      ids.append(row["id"]!)
      taken.insert(row["id"]!)
      unknown.formUnion(row.keys.filter { !header.contains($0) && !(row[$0] ?? "").isEmpty })
      let cells = header.map { column in
        // a row is a line
        let plain = (row[column] ?? "").replacing("\r\n", with: " ").replacing("\n", with: " ")
        return Csv.cell(plain.replacing("\r", with: " "))
      }
      text += cells.joined(separator: ",") + "\n"
    }
    try check(
      reader, text, spans, unknown: unknown.sorted(), leading: isNew || text.hasPrefix("\n") ? 1 : 0
    )
    var cut: String?
    if let torn {
      cut = String(decoding: try file.tail(from: torn), as: UTF8.self)
      try file.cut(at: torn)
    }
    try file.append(Array(text.utf8))
    return Added(ids: ids, cut: cut)
  }

  private var folder: String { String(path.dropLast(EvidenceLog.fileName.count + 1)) }

  private static func refuse(_ diagnostics: [Diagnostic]) throws(InvalidScenario) {
    if diagnostics.contains(where: { $0.severity == .error }) {
      throw InvalidScenario(diagnostics)
    }
  }

  /// Reads the new rows as they will stand in the file.
  private func check(
    _ reader: EvidenceReader, _ text: String, _ spans: [Span], unknown: [String], leading: Int
  ) throws(InvalidScenario) {
    var reader = reader
    let first = reader.line + leading + 1
    Array(text.utf8).withUnsafeBytes { reader.consume($0) }
    reader.finish()
    var found = reader.diagnostics.map { diagnostic in
      let row = diagnostic.span.line - first
      guard spans.indices.contains(row) else { return diagnostic }
      return Diagnostic(
        spans[row], diagnostic.message, help: diagnostic.help, severity: diagnostic.severity)
    }
    let span = Span(file: spans.first?.file ?? EvidenceLog.fileName, line: 1, column: 1)
    for column in unknown {
      let nearest = NearestName.to(column, among: EvidenceLog.order)
      found.append(
        Diagnostic(
          span,
          Limits.refusal(column) ?? "'\(column.prefix(60))' is not a column of the file",
          help: nearest.map { "did you mean '\($0)'?" }))
    }
    found += reader.log.unknownNames(scenario.theatre.indicators)
    try EvidenceStore.refuse(found)
  }

  /// The next free id: `o119` after 118 rows.
  private static func next(_ log: EvidenceLog, after added: Int, taken: Set<String>) -> String {
    var number = log.count + added + 1
    while true {
      let digits = "\(number)"
      let id = "o" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
      if log.row(id) == nil && !taken.contains(id) { return id }
      number += 1
    }
  }
}
