/// Whole numbers as text, runs of neighbours as their ends: `1-5 7 9-12`.
struct Runs {
  let numbers: [Int]

  init(_ numbers: [Int]) { self.numbers = numbers.sorted() }

  var text: String {
    var parts: [(first: Int, last: Int)] = []
    for number in numbers {
      if let end = parts.last?.last, end == number || end + 1 == number {
        parts[parts.count - 1].last = number
      } else {
        parts.append((number, number))
      }
    }
    return parts.map { $0.first == $0.last ? "\($0.first)" : "\($0.first)-\($0.last)" }
      .joined(separator: " ")
  }

  /// - Parameter upTo: the largest number there is. Nil where a text is none of runs within it.
  init?(_ text: String, upTo most: Int) {
    var numbers: [Int] = []
    for part in text.split(separator: " ") {
      let ends = part.split(separator: "-").map { Int($0) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
        1 <= first, first <= last, last <= most
      else { return nil }
      numbers += first...last
    }
    self.numbers = numbers
  }
}
