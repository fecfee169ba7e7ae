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

  private struct Scanner {
    let characters: [Character]
    let file: String
    var next = 0
    var line = 1
    var column = 1
    var openQuote: Span?

    init(text: String, file: String) {
      characters = Array(text)
      self.file = file
    }

    mutating func advance() -> Character {
      let character = characters[next]
      next += 1
      if character.isNewline {
        (line, column) = (line + 1, 1)
      } else {
        column += 1
      }
      return character
    }

    mutating func record() -> [Cell]? {
      guard next < characters.count else { return nil }
      var cells: [Cell] = []
      while true {
        let span = Span(file: file, line: line, column: column)
        var text = ""
        if next < characters.count, characters[next] == "\"" {
          _ = advance()
          openQuote = span
          while next < characters.count {
            let character = advance()
            if character != "\"" {
              text.append(character)
            } else if next < characters.count, characters[next] == "\"" {
              text.append(advance())
            } else {
              openQuote = nil
              break
            }
          }
        }
        while next < characters.count, characters[next] != ",", !characters[next].isNewline {
          text.append(advance())
        }
        cells.append(Cell(text: text, span: span))
        guard next < characters.count, advance() == "," else { return cells }
      }
    }
  }
}
