/// The three rungs of the ladder, longest warning first.
public enum Level: String, CaseIterable, Sendable, Codable { case strategic, operational, tactical }
