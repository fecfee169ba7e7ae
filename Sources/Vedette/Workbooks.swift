internal import Datasets
internal import Quantities
internal import Scenarios

/// Workbooks in a scenario's folder: they are no tables of it until they have been imported.
///
/// A workbook is read through GDAL, which a scenario must not need; so it is named, with the command that brings it in.
enum Workbooks {
  /// Those that `vedette import` makes rows of.
  private static let tables = [
    "places", "sites", "formations", "outlines", "sources", "alerts", "alarms",
  ]
  /// Without which nothing is asked.
  private static let needed = ["places", "sites", "formations"]
  private static let endings = [".xlsx", ".xls", ".ods", ".numbers"]

  /// One a workbook: an error where it stands for a table that is needed and missing.
  static func diagnostics(under path: String, beside files: [TextFile]) throws(DataError)
    -> [Diagnostic]
  {
    try Files.entries(under: path).compactMap { name in
      guard let ending = endings.first(where: { name.lowercased().hasSuffix($0) }) else {
        return nil
      }
      let stem = name.dropLast(ending.count).lowercased()
      let table = "\(stem).csv"
      let stands = files.contains { $0.name == table }
      guard let kind = tables.first(where: { $0 == stem }) else {
        return Diagnostic(
          Span(file: name, line: 1, column: 1), "nothing reads this file",
          help: "tables of a scenario are CSV", severity: .warning)
      }
      return Diagnostic(
        Span(file: name, line: 1, column: 1),
        stands
          ? "a workbook beside \(table) is not read"
          : "a workbook is not read in its place; \(table) is missing",
        help:
          "`vedette import \(kind) \(name) --out \(table)` makes rows of it, or save it as CSV",
        severity: stands || !needed.contains(kind) ? .warning : .error)
    }
  }
}
