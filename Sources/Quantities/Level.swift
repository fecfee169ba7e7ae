/// The three rungs of the ladder, longest warning first.
public enum Level: String, CaseIterable, Sendable, Codable {
  case strategic, operational, tactical

  /// 0 for the longest warning.
  public var rank: Int { Level.allCases.firstIndex(of: self)! }
}
