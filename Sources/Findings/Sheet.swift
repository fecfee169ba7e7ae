internal import Quantities

/// A table for other programs: every column has a sentence, every cell a type.
public struct Sheet: Sendable {
  public enum Kind: String, Sendable { case text, integer, real }

  public enum Cell: Hashable, Sendable {
    case empty
    case text(String)
    case integer(Int)
    case real(Double)

    /// Nil is empty.
    public init(_ text: String?) { self = text.map { .text($0) } ?? .empty }
    public init(_ number: Int?) { self = number.map { .integer($0) } ?? .empty }
    public init(_ number: Double?) { self = number.map { .real($0) } ?? .empty }
  }

  public struct Column: Sendable {
    /// Lower-case words with underscores, the unit at the end: `warning_median_s`.
    public let name: String
    public let kind: Kind
    /// What it holds, for who has only the file.
    public let sentence: String

    public init(_ name: String, _ kind: Kind, _ sentence: String) {
      (self.name, self.kind, self.sentence) = (name, kind, sentence)
    }
  }

  public let name: String
  /// What a row is.
  public let sentence: String
  public let columns: [Column]
  public private(set) var rows: [[Cell]]

  public init(_ name: String, _ sentence: String, _ columns: [Column], rows: [[Cell]] = []) {
    (self.name, self.sentence, self.columns, self.rows) = (name, sentence, columns, [])
    for row in rows { append(row) }
  }

  /// - Precondition: a cell a column.
  public mutating func append(_ row: [Cell]) {
    precondition(row.count == columns.count, "\(row.count) cells in a row of \(name)")
    rows.append(row)
  }

  /// Comma-separated text that Excel and LibreOffice open as it is: UTF-8 with its mark, no cell a formula.
  public var csv: String {
    var out = "\u{FEFF}" + columns.map(\.name).joined(separator: ",") + "\n"
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index > 0 { out += "," }
        switch cell {
        case .empty: break
        case .text(let text): out += Csv.words(text)
        case .integer(let number): out += "\(number)"
        case .real(let number): out += Json.short(number)
        }
      }
      out += "\n"
    }
    return out
  }
}
