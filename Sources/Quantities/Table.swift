/// A CSV file (RFC 4180) with the span of every cell.
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
    header = scanner.record() ?? []
    while let record = scanner.record() {
      if record.count == 1 && record[0].text.isEmpty { continue }
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

  /// Works on bytes: quotes, commas and line ends are ASCII, and nothing else matters here.
  private struct Scanner {
    let bytes: [UInt8]
    let file: String
    var next = 0
    var line = 1
    var column = 1
    var openQuote: Span?

    static let quote = UInt8(ascii: "\"")
    static let comma = UInt8(ascii: ",")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")

    init(text: String, file: String) {
      bytes = Array(text.utf8)
      self.file = file
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
        if bytes[next] == Scanner.comma {
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
      while next < bytes.count, bytes[next] != Scanner.comma, !atLineEnd { text.append(advance()) }
      return text
    }
  }
}
