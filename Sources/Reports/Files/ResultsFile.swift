public import Findings
public import Quantities

/// `results.json`.
public enum ResultsFile {
  /// One line an item of what is many.
  public static func json(_ document: ResultsDocument, declared: [RungFindings]) -> String {
    guard case .object(let members) = ResultsDocument.shape(declared).encode(document) else {
      preconditionFailure("a document is an object")
    }
    var out = "{\n"
    for (index, member) in members.enumerated() {
      out += "\(Json.string(member.0).text):"
      if case .array(let items) = member.1, !items.isEmpty {
        out += "[\n\(items.map(\.text).joined(separator: ",\n"))\n]"
      } else {
        out += member.1.text
      }
      out += index == members.count - 1 ? "\n" : ",\n"
    }
    return out + "}\n"
  }

  /// What a command prints that answers about a part of a scenario: with its figures.
  public static func answer(_ results: Results) -> String {
    json(ResultsDocument(results, withFigures: true), declared: results.declared)
  }

  /// The JSON Schema (2020-12), for what some rungs may find; quantities and their statistics stand under `$defs`.
  public static func schema(_ declared: [RungFindings]) -> Json {
    guard case .object(let members) = ResultsDocument.shape(declared).schema else {
      preconditionFailure("a schema is an object")
    }
    return .object(
      [
        ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
        ("title", .string("Vedette results.json")),
      ] + members + [("$defs", .object(declared.flatMap(\.quantities).map(definition)))])
  }

  /// What a quantity is of, under its rung and name.
  private static func definition(_ quantity: FigureQuantity) -> (String, Json) {
    let told = (quantity.statistics + quantity.changes).reduce(into: [Statistic]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    return (
      "\(quantity.level.rawValue) \(quantity.name)",
      .object([
        ("description", .string(quantity.sentence)), ("unit", .string(quantity.unit.rawValue)),
        ("statistics", .object(told.map { ($0.name, .string($0.sentence)) })),
      ])
    )
  }
}
