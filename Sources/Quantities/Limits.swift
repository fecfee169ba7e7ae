/// What Vedette never does, in one place: the readers, the figures and the tests ask here.
///
/// No aim points, weapon assignment, routes or approach fields, launch azimuths or burnout states,
/// weapon design, effects, or persons. Sites stand at published town level.
public enum Limits {
  /// Sites are never placed more exactly than this.
  public static let leastPrecision: Length = .kilometres(1)

  /// Words an analyst may reach for that we do not model, each with the reason that is told.
  ///
  /// Whole words of a name and their plurals are compared; a `*` at the end takes every word that
  /// begins so. Two words stand side by side in the name.
  private static let refused: [(phrases: [String], reason: String)] = [
    (
      ["aim", "aimed", "aiming", "aimpoint*", "target point", "dmpi", "cep", "accuracy"],
      "aim points and accuracy"
    ),
    (["assign*", "allocat*", "salvo plan", "targeting"], "weapon assignment"),
    (["route", "routing", "approach", "waypoint*", "path"], "routes and approach fields"),
    (
      ["azimuth", "burnout", "loft", "lofted", "lofting", "guidance"],
      "launch azimuths, burnout states and guidance"
    ),
    (["warhead*", "yield", "fuze", "propellant*", "nozzle", "explosive"], "weapon design"),
    (
      ["lethal*", "blast", "casualt*", "damage", "damaged", "kill", "killed", "killing", "crater"],
      "effects"
    ),
    (["commander", "officer", "person name", "address of"], "persons"),
  ]

  /// Why a field is not one of ours and never will be; nil for any other name.
  public static func refusal(_ name: String) -> String? {
    let words = words(of: String(name.prefix(200)))
    return refused.first { $0.phrases.contains { holds(words, phrase: $0) } }
      .map { "'\(name.prefix(60))': Vedette does not model \($0.reason)" }
  }

  /// The words of a name, in small letters: parted by anything but letters, and where capitals begin
  /// a word (`aimPoint`, `CEPRadius`).
  private static func words(of name: String) -> [String] {
    let letters = Array(name)
    var words: [String] = []
    var word = ""
    for (index, letter) in letters.enumerated() {
      let before = index > 0 ? letters[index - 1] : " "
      let isLastCapital =
        before.isUppercase && letters.dropFirst(index + 1).first?.isLowercase == true
      if !letter.isLetter || letter.isUppercase && (before.isLowercase || isLastCapital) {
        if !word.isEmpty { words.append(word.lowercased()) }
        word = ""
      }
      if letter.isLetter { word.append(letter) }
    }
    return word.isEmpty ? words : words + [word.lowercased()]
  }

  /// Whether the words of a phrase stand one after another.
  private static func holds(_ words: [String], phrase: String) -> Bool {
    let wanted = phrase.split(separator: " ").map(String.init)
    guard wanted.count <= words.count else { return false }
    return (0...(words.count - wanted.count)).contains { start in
      zip(words[start...], wanted).allSatisfy { matches($0, $1) }
    }
  }

  /// Whether a word is the one that is meant, or its plural.
  private static func matches(_ word: String, _ meant: String) -> Bool {
    if meant.hasSuffix("*") { return word.hasPrefix(meant.dropLast()) }
    return word == meant || word == meant + "s" || word == meant + "es"
      || meant.hasSuffix("y") && word == meant.dropLast() + "ies"
  }

  /// Whether figures of a quantity of this name may leave the program: it is not named for what we do not
  /// model. That it is no angle, position or speed is a matter of its type (`FigureUnit`).
  public static func mayPublish(_ quantity: String) -> Bool { refusal(quantity) == nil }
}
