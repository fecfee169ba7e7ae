internal import Scenarios

/// The shipped catalogue: what `catalogue: builtin:` stands for.
///
/// Kept as text, so that an analyst reads and overrides it as any other catalogue file.
enum Builtin {
  static let files = [
    TextFile(name: "builtin:threats.yaml", bytes: Array(threats.utf8)),
    TextFile(name: "builtin:sensors.yaml", bytes: Array(sensors.utf8)),
    TextFile(name: "builtin:defences.yaml", bytes: Array(defences.utf8)),
    TextFile(name: "builtin:sources.csv", bytes: Array(sources.utf8)),
  ]
}
