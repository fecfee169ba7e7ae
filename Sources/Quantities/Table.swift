/// A CSV file (RFC 4180) with the span of every cell, also as spreadsheets write it: with a byte order mark, with semicolons
/// or tabs between cells, then with decimal commas, and with empty columns at the end.
public struct Table: Sendable {
  public struct Cell: Sendable {
    public let text: String
    public let span: Span
  }

  public let file: String
  public let header: [Cell]
  public private(set) var rows: [[Cell]] = []

  /// Reads text; ragged rows and open quotes go to `diagnostics`, ragged rows are left out.
  public init(_ text: String, file: String, diagnostics: inout [Diagnostic]) {
    self.file = file
    var scanner = Scanner(text: text, file: file)
    let head = scanner.record() ?? []
    header = Table.withoutEmptyEnd(head, to: 1)
    while var record = scanner.record() {
      if record.allSatisfy({ $0.text.isEmpty }) { continue }
      record = Table.withoutEmptyEnd(record, to: header.count)
      if scanner.separator != Scanner.comma { record = record.map(Table.withDecimalPoint) }
      if record.count == header.count {
        rows.append(record)
      } else {
        diagnostics.append(
          Diagnostic(
            record[0].span, "a row of \(record.count) cells; the header has \(header.count)"))
      }
      if rows.count > 200_000 {
        diagnostics.append(Diagnostic(record[0].span, "more than 200 000 rows"))
        return
      }
    }
    if let open = scanner.openQuote {
      diagnostics.append(Diagnostic(open, "a quoted cell that is never closed"))
    }
  }

  /// Without empty cells at the end, down to so many.
  private static func withoutEmptyEnd(_ cells: [Cell], to least: Int) -> [Cell] {
    var cells = cells
    while cells.count > least, cells.last?.text.isEmpty ?? false { cells.removeLast() }
    return cells
  }

  /// `54,68` and `1,5 km` with a point; anything else as it is.
  private static func withDecimalPoint(_ cell: Cell) -> Cell {
    let parts = cell.text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = parts[0].utf8.last, let next = parts[1].utf8.first,
      first &- 48 < 10, next &- 48 < 10,
      parts[0].utf8.dropFirst(parts[0].hasPrefix("-") ? 1 : 0).allSatisfy({ $0 &- 48 < 10 }),
      parts[1].split(separator: " ").first.map({ $0.utf8.allSatisfy { $0 &- 48 < 10 } }) ?? false
    else { return cell }
    return Cell(text: "\(parts[0]).\(parts[1])", span: cell.span)
  }

  /// Works on bytes: quotes, separators and line ends are ASCII, and nothing else matters here.
  private struct Scanner {
    let bytes: [UInt8]
    let file: String
    /// What stands between cells: a comma, unless the first line has none and semicolons or tabs instead.
    let separator: UInt8
    var next = 0
    var line = 1
    var column = 1
    var openQuote: Span?

    static let quote = UInt8(ascii: "\"")
    static let comma = UInt8(ascii: ",")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")

    init(text: String, file: String) {
      bytes = Array(
        text.utf8.starts(with: [0xef, 0xbb, 0xbf]) ? text.utf8.dropFirst(3) : text.utf8[...])
      self.file = file
      separator = Scanner.separator(bytes)
    }

    private static func separator(_ bytes: [UInt8]) -> UInt8 {
      var (isQuoted, counts) = (false, [UInt8: Int]())
      for byte in bytes {
        if byte == quote { isQuoted.toggle() }
        if byte == lineFeed, !isQuoted { break }
        if !isQuoted { counts[byte, default: 0] += 1 }
      }
      guard counts[comma] == nil else { return comma }
      let (semicolons, tabs) = (counts[UInt8(ascii: ";")] ?? 0, counts[UInt8(ascii: "\t")] ?? 0)
      if semicolons == 0, tabs == 0 { return comma }
      return semicolons >= tabs ? UInt8(ascii: ";") : UInt8(ascii: "\t")
    }

    private var atLineEnd: Bool {
      bytes[next] == Scanner.lineFeed
        || bytes[next] == Scanner.carriageReturn
          && (next + 1 == bytes.count || bytes[next + 1] == Scanner.lineFeed)
    }

    private mutating func advance() -> UInt8 {
      let byte = bytes[next]
      next += 1
      if byte == Scanner.lineFeed {
        (line, column) = (line + 1, 1)
      } else if byte & 0xc0 != 0x80 {
        column += 1
      }
      return byte
    }

    mutating func record() -> [Cell]? {
      guard next < bytes.count else { return nil }
      var cells: [Cell] = []
      while true {
        let span = Span(file: file, line: line, column: column)
        cells.append(Cell(text: String(decoding: cell(span), as: UTF8.self), span: span))
        guard next < bytes.count else { return cells }
        if bytes[next] == separator {
          _ = advance()
        } else {
          if advance() == Scanner.carriageReturn, next < bytes.count { _ = advance() }
          return cells
        }
      }
    }

    private mutating func cell(_ span: Span) -> [UInt8] {
      var text: [UInt8] = []
      if next < bytes.count, bytes[next] == Scanner.quote {
        _ = advance()
        openQuote = span
        while next < bytes.count {
          let byte = advance()
          if byte != Scanner.quote {
            text.append(byte)
          } else if next < bytes.count, bytes[next] == Scanner.quote {
            text.append(advance())
          } else {
            openQuote = nil
            break
          }
        }
      }
      while next < bytes.count, bytes[next] != separator, !atLineEnd { text.append(advance()) }
      return text
    }
  }
}
