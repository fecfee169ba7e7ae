import Kernels
import Testing

@Suite struct OutlineTests {
  private func areas(_ lines: [String]) -> [Outline.Area] {
    let letters = Array(lines.joined())
    return Outline.areas(rows: lines.count, columns: lines[0].count) { letters[$0] == "#" }
  }

  private func size(_ ring: [SIMD2<Int>]) -> Int {
    zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y } / 2
  }

  /// The shoelace area of the rings, holes negative, is the number of cells: always.
  @Test(arguments: [
    ["####", "#..#", "####"], ["#.#", ".#.", "#.#"], ["##..", "##..", "..##"],
    ["#####", "#.#.#", "#####", "#...#", "#####"], ["#"],
  ])
  func areasAddUp(_ lines: [String]) {
    for area in areas(lines) {
      #expect(area.rings.map(size).reduce(0, +) == area.cells.count)
      #expect(size(area.rings[0]) > 0 && area.rings.dropFirst().allSatisfy { size($0) < 0 })
      #expect(area.rings.allSatisfy { $0.first == $0.last })
    }
  }

  @Test func groupsThatTouchAtCornersAreApart() {
    #expect(areas(["#.#", ".#.", "#.#"]).map(\.cells.count) == [1, 1, 1, 1, 1])
    #expect(areas(["####", "#..#", "####"])[0].rings.count == 2)
    #expect(areas(["#..", "#.#"]).map(\.cells) == [[0, 3], [5]])
  }
}
