/// The legend of low approaches as QGIS reads it.
public enum LowLevelStyle {
  /// By the field `words`.
  public static let minutes = Qml.categories(
    field: "words", LowScale.minutes.map { (value: $0.words, words: $0.words, fill: $0.fill) })
}
