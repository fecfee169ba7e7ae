public import Findings
public import Quantities

extension ResultsFile {
  private static let said = Json.record([
    ("words", Json.type("string")), ("quote", Json.nullable("string")),
    ("by", Json.type("string")), ("source", Json.nullable("string")),
  ])

  private static let count = Json.record([
    ("postures", Json.list(of: Json.type("string"))),
    ("country", Json.nullable("string")), ("satisfied", Json.type("integer")),
    ("places", Json.type("integer")), ("people", Json.type("integer")),
    ("population", Json.type("integer")), ("holds", Json.type("boolean")),
  ])

  /// The JSON Schema (2020-12) of `results.json`, for what some rungs may find.
  public static func schema(_ declared: [RungFindings]) -> Json {
    let annexes = declared.flatMap(\.annexes).map { ($0.key, Json.list(of: $0.schema)) }
    let all = properties + annexes
    return .object([
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("title", .string("Vedette results.json")), ("type", .string("object")),
      ("required", .array(all.map { .string($0.0) })),
      ("properties", .object(all)), ("additionalProperties", .bool(false)),
      ("$defs", .object(declared.flatMap(\.quantities).map(definition))),
    ])
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
        (
          "statistics",
          .object(told.map { ($0.name, .string($0.sentence)) })
        ),
      ])
    )
  }

  private static let properties: [(String, Json)] = [
    ("version", Json.type("string")),
    ("scenario", Json.record([("id", Json.type("string")), ("sha256", Json.type("string"))])),
    ("seed", Json.type("string")), ("replicates", Json.type("integer")),
    ("draws", Json.type("integer")),
    ("trackRecord", TrackRecord.schema),
    (
      "data",
      Json.list(
        of:
          Json.record(
            ["layer", "version", "sha256", "licence", "attribution"].map {
              ($0, Json.type("string"))
            }))
    ),
    (
      "figures",
      Json.list(
        of:
          Json.record([
            ("id", Json.type("string")), ("value", Json.nullable("number")),
            ("low", Json.nullable("number")),
            ("high", Json.nullable("number")), ("unit", Json.type("string")),
            ("n", Json.type("integer")),
            (
              "absent",
              .object([("type", .string("object")), ("additionalProperties", Json.type("integer"))])
            ),
            ("inputs", Json.type("integer")),
          ]))
    ),
    ("inputSets", Json.list(of: Json.list(of: Json.type("string")))),
    (
      "inputs",
      Json.list(
        of:
          Json.record([
            ("address", Json.type("string")), ("kind", Json.type("string")),
            ("unit", Json.type("string")),
            ("posture", Json.nullable("string")),
            (
              "law",
              Json.list(
                of:
                  Json.record([
                    ("weight", Json.type("number")), ("low", Json.type("number")),
                    ("likely", Json.type("number")),
                    ("high", Json.type("number")), ("claim", Json.nullable("string")),
                  ]))
            ),
            ("claims", Json.list(of: Json.type("string"))),
          ]))
    ),
    (
      "claims",
      Json.list(
        of:
          Json.record([
            ("id", Json.type("string")), ("address", Json.type("string")),
            ("low", Json.type("number")),
            ("likely", Json.type("number")), ("high", Json.type("number")),
            ("source", Json.nullable("string")),
            ("spreadAssumed", Json.type("boolean")), ("note", Json.nullable("string")),
            ("file", Json.type("string")), ("line", Json.type("integer")),
          ]))
    ),
    (
      "sources",
      Json.list(
        of:
          Json.record([
            ("id", Json.type("string")), ("title", Json.type("string")),
            ("publisher", Json.type("string")),
            ("date", Json.nullable("string")), ("link", Json.type("string")),
            ("grade", Json.type("string")),
            ("origin", Json.nullable("string")), ("maker", Json.type("boolean")),
          ]))
    ),
    (
      "postures",
      Json.list(
        of:
          Json.record([
            ("id", Json.type("string")), ("title", Json.type("string")),
            ("asOf", Json.type("string")), ("status", Json.nullable("string")),
            ("whatIf", Json.list(of: Json.type("string"))),
          ]))
    ),
    (
      "trials",
      Json.list(
        of:
          Json.record([
            ("id", Json.type("string")), ("said", said), ("figure", Json.type("string")),
            ("predicate", Json.type("string")), ("circular", Json.list(of: Json.type("string"))),
            ("variants", Json.list(of: Json.type("string"))),
          ]))
    ),
    (
      "answers",
      Json.list(
        of:
          Json.record([
            ("id", Json.type("string")), ("said", said), ("state", Json.type("string")),
            ("finding", Json.type("string")), ("figures", Json.list(of: Json.type("string"))),
            ("reason", Json.type("string")),
            ("confidence", Json.type("string")), ("wouldChange", Json.type("string")),
            ("standsOn", Json.list(of: Json.type("string"))),
          ]))
    ),
    (
      "facts",
      Json.list(
        of:
          Json.record([
            ("id", Json.type("string")), ("said", said), ("predicate", Json.type("string")),
            ("asked", .object([("oneOf", .array([count, Json.type("null")]))])),
            ("variants", Json.list(of: count)),
          ]))
    ),
  ]
}
