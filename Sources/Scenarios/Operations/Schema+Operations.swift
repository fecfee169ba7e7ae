internal import Quantities

extension Schema {
  /// `operations.yaml`.
  static func operations(_ tables: OperationsVocabulary) -> Json {
    func owned(_ table: FieldTable, _ words: [(String, Json)], _ required: [String]) -> Json {
      object(
        words + table.fields.map(field),
        required: required + table.fields.filter(\.isRequired).map(\.name))
    }
    let axis: [(String, Json)] = [
      ("title", string), ("countries", array(string)), ("from", string),
      ("defenders", array(string)), ("at", string), ("places", array(string)),
    ]
    let past: [(String, Json)] = [
      ("title", string), ("countries", array(string)), ("from", string), ("posture", string),
      ("edits", array(edit)),
      ("moment", words(Document.Operations.Past.Moment.allCases.map(\.rawValue))),
      ("began", string),
    ]
    return object(
      [
        (
          "movement",
          object(
            OperationsVocabulary.sides.map { ($0, table(tables.movement)) }, required: ["other"])
        ),
        ("observers", map(owned(tables.observer, [("title", string)], []))),
        ("axes", map(owned(tables.axis, axis, ["countries", "from"]))),
        (
          "past",
          map(owned(tables.past, past, ["countries", "from", "posture", "moment", "began"]))
        ),
        (
          "together",
          map(object([("title", string), ("axes", array(string))], required: ["axes"]))
        ),
        ("prepositioned", string),
        (
          "attrition",
          object(
            OperationsVocabulary.weapons.map { ($0, table(tables.attrition)) }, required: [])
        ),
      ], required: ["movement", "observers", "axes"])
  }
}
