internal import Quantities

/// One file of a scenario folder, as bytes.
public struct TextFile: Sendable {
  /// Path inside the folder, as diagnostics print it: `catalogue/missiles.yaml`.
  public let name: String
  public let bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }
}

/// What is refused before a parser sees it.
enum Gate {
  static let largestFile = 8_000_000
  static let longestLine = 20_000
  static let deepestFlow = 16
  static let deepestIndent = 64

  /// The text, or why not: size, encoding, control characters.
  static func text(_ file: TextFile) -> Result<String, Diagnostic> {
    func refuse(_ line: Int, _ column: Int, _ message: String) -> Result<String, Diagnostic> {
      .failure(Diagnostic(Span(file: file.name, line: line, column: column), message))
    }
    guard file.bytes.count <= largestFile else {
      return refuse(
        1, 1, "a file of \(file.bytes.count) bytes; at most \(largestFile) bytes are read")
    }
    if file.bytes.starts(with: [0xff, 0xfe]) || file.bytes.starts(with: [0xfe, 0xff]) {
      return refuse(1, 1, "the text is UTF-16; UTF-8 is expected")
    }
    var line = 1
    var column = 1
    for byte in file.bytes {
      if byte == 10 {
        (line, column) = (line + 1, 0)
      } else if byte < 32 && byte != 9 && byte != 13 || byte == 127 {
        return refuse(line, column, "control character \(byte); plain text is expected")
      }
      if byte & 0xc0 != 0x80 { column += 1 }
      if column > longestLine {
        return refuse(line, 1, "a line longer than \(longestLine) characters")
      }
    }
    guard let text = String(validating: file.bytes, as: UTF8.self) else {
      let line = firstInvalidLine(file.bytes)
      return refuse(line, 1, "bytes that are not UTF-8; UTF-8 is expected")
    }
    return .success(text.hasPrefix("\u{feff}") ? String(text.dropFirst()) : text)
  }

  private static func firstInvalidLine(_ bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
  }

  /// Anchors, aliases, tags and deep nesting, refused before the YAML parser: they can blow up.
  static func yaml(_ text: String, file: String) -> Diagnostic? {
    var line = 1
    var column = 0
    var depth = 0
    var quote: Character?
    // an ampersand or star that a name would make an anchor or alias
    var opener: Character?
    var previous: Character = " "
    var indent = 0
    var atStart = true
    func refuse(_ message: String, _ help: String? = nil) -> Diagnostic {
      Diagnostic(Span(file: file, line: line, column: max(column, 1)), message, help: help)
    }
    for character in text {
      column += 1
      if character.isNewline {
        (line, column, indent, atStart, previous) = (line + 1, 0, 0, true, " ")
        if quote == "#" { quote = nil }
        continue
      }
      if let open = quote {
        if character == open && open != "#" && !(open == "\"" && previous == "\\") { quote = nil }
        previous = previous == "\\" && character == "\\" ? " " : character
        continue
      }
      if atStart {
        if character == " " || character == "-" || character == "?" {
          indent += 1
          if indent > deepestIndent {
            return refuse("nesting deeper than \(deepestIndent) columns")
          }
        } else {
          atStart = false
        }
      }
      if let opener, previous == opener,
        character.isLetter || character.isNumber || character == "_"
      {
        column -= 1
        return refuse(
          "'\(opener)' starts an anchor or alias; they are not accepted",
          "write the value out, or quote the text")
      }
      opener = nil
      let opensToken = " \t[{,:-".contains(previous)
      switch character {
      case "\"" where opensToken, "'" where opensToken: quote = character
      case "#" where previous == " ": quote = "#"
      case "[", "{":
        depth += 1
        if depth > deepestFlow { return refuse("brackets nested deeper than \(deepestFlow)") }
      case "]", "}": depth = max(0, depth - 1)
      case "&" where opensToken, "*" where opensToken: opener = character
      case "!" where opensToken:
        return refuse("'!' starts a tag; tags are not accepted", "quote the text")
      default: break
      }
      previous = character
    }
    return nil
  }

  /// Why a file name written in a scenario is not one of its files.
  static func fileName(_ name: String) -> String? {
    if name.hasPrefix("/") || name.hasPrefix("~") || name.contains("\\") {
      return "'\(name.prefix(60))' is not a path inside the scenario's folder"
    }
    if name.contains(":") { return "'\(name.prefix(60))' is an address; a file name is expected" }
    if name.split(separator: "/", omittingEmptySubsequences: false).contains(where: {
      $0 == ".." || $0 == "." || $0.isEmpty
    }) {
      return "'\(name.prefix(60))' leads out of the scenario's folder"
    }
    if name.hasPrefix("vsi") || name.contains("/vsi") {
      return "'\(name.prefix(60))' is a virtual file; a file name is expected"
    }
    return nil
  }
}
