/// The legend of low approaches for other programs.
public enum LowLevelStyle {
  /// As QGIS reads it, by the field `words`; it says of which end it is.
  public static let minutes = Qml.categories(
    field: "words",
    LowScale.minutes.map {
      (value: $0.words, words: "\($0.words) (pessimistic end, public sensors only)", fill: $0.fill)
    })

  /// The words of whole minutes as SQL: below zero the arrival comes before any alert, without a number nothing reaches.
  public static func words(of column: String) -> String {
    let classes = zip(LowScale.ends, LowScale.minutes).map {
      "WHEN \(column) < \($0) THEN '\($1.words)'"
    }
    return
      "CASE WHEN \(column) IS NULL THEN '\(LowScale.unreached)' \(classes.joined(separator: " ")) "
      + "ELSE '\(LowScale.minutes[LowScale.minutes.count - 1].words)' END"
  }
}
