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
  private static let endings = [".xlsx", ".xls", ".ods", ".numbers", ".tsv"]

  /// One a workbook: an error where the table that it stands for is missing.
  static func diagnostics(under path: String, beside files: [TextFile]) throws(DataError)
    -> [Diagnostic]
  {
    try Files.entries(under: path).compactMap { name in
      guard let ending = endings.first(where: { name.lowercased().hasSuffix($0) }) else {
        return nil
      }
      let stem = String(name.dropLast(ending.count))
      let table = "\(stem).csv"
      let stands = files.contains { $0.name == table }
      guard let kind = tables.first(where: { $0 == stem.lowercased() }) else {
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
        severity: stands ? .warning : .error)
    }
  }
}
