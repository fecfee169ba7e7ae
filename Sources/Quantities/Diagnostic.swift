/// A place in a text, both counted from 1; column in characters.
public struct Span: Hashable, Sendable {
  public let file: String
  public let line: Int
  public let column: Int

  public init(file: String, line: Int, column: Int) {
    (self.file, self.line, self.column) = (file, line, column)
  }
}

/// What is wrong with a text, where, and the way out.
public struct Diagnostic: Error, Hashable, Sendable, Comparable, CustomStringConvertible {
  public enum Severity: String, Sendable { case error, warning }

  public let span: Span
  public let severity: Severity
  /// What was found and what is expected.
  public let message: String
  public let help: String?

  public init(_ span: Span, _ message: String, help: String? = nil, severity: Severity = .error) {
    (self.span, self.message, self.help, self.severity) = (span, message, help, severity)
  }

  public var description: String {
    let head = "\(span.file):\(span.line):\(span.column): \(severity.rawValue): \(message)"
    return help.map { "\(head)\n  help: \($0)" } ?? head
  }

  /// In reading order: file, line, column.
  public static func < (a: Diagnostic, b: Diagnostic) -> Bool {
    (a.span.file, a.span.line, a.span.column, a.message)
      < (b.span.file, b.span.line, b.span.column, b.message)
  }
}

/// Everything that is wrong with a scenario, found in one reading.
public struct InvalidScenario: Error, Sendable, CustomStringConvertible {
  /// In reading order, at least one of them an error.
  public let diagnostics: [Diagnostic]

  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics.sorted() }

  public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}

/// Suggests the name that was probably meant.
public enum NearestName {
  /// The candidate at the least edit distance, if that is at most a third of the name's length.
  public static func to(_ name: String, among candidates: some Sequence<String>) -> String? {
    let letters = Array(name.unicodeScalars.prefix(64))
    let limit = max(1, letters.count / 3)
    return candidates.map { (distance(letters, Array($0.unicodeScalars.prefix(64))), $0) }
      .filter { $0.0 <= limit }.min { ($0.0, $0.1) < ($1.0, $1.1) }?.1
  }

  /// Levenshtein's distance, two rows at a time.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0 : 1))
        diagonal = above
      }
    }
    return row[b.count]
  }
}
