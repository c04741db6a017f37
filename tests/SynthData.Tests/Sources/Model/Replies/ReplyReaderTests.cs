using SynthData.Sources.Model.Replies;

namespace SynthData.Tests.Sources.Model.Replies;

public class ReplyReaderTests
{
    [Theory]
    [InlineData("""{"rows":[{"id":1,"a":"x"},{"id":2,"a":"y"}]}""", "1x 2y")]
    [InlineData("""[{"id":1,"a":"x"},{"id":2,"a":"y"}]""", "1x 2y")]
    [InlineData("{\"id\":1,\"a\":\"x\"}\n{\"id\":2,\"a\":\"y\"}\n", "1x 2y")]
    [InlineData("{\"id\":1,\"a\":\"x\"},{\"id\":2,\"a\":\"y\"},", "1x 2y")]
    [InlineData("Of course [see {below}]:\n```json\n{\"rows\":[{\"id\":1,\"a\":\"x\"}]}\n```\nDone {now}.", "1x")]
    [InlineData("""{"result":{"rows":[{"id":1,"a":"x"}]}}""", "1x")]
    [InlineData("""{"rows":[{"a":"x","id":1},{"id":"2","a":"y"}]}""", "1x 2y")]
    [InlineData("""{"rows":[{"id":1,"a":"x"},{"id":2,"a":"y""", "1x")]
    [InlineData("""{"rows":[{"id":1,"a":"x"},{"id":2,"a":{"id":3,"a":"z"},"b""", "1x")]
    [InlineData("""{"rows":[{"id":1,"a":"x"},{"id":2,"a":oops},{"id":3,"a":"z"}]}""", "1x 3z")]
    [InlineData("""{"rows":[{"id":1,"a":"say {\"id\":9,\"a\":\"no\"} aloud"}""", "1say {\"id\":9,\"a\":\"no\"} aloud")]
    [InlineData("""{"rows":[{"id":1,"a":"x","a":"y"}]}""", "1-")]
    [InlineData("""{"rows":[{"id":1.5,"a":"x"},{"a":"y"},7,null]}""", "")]
    [InlineData("""{"rows":[["id","a"],[1,"x"],["2","y"]]}""", "1x 2y")]
    [InlineData("""{"rows":[["id","b","a"],[1,true,"x"],[2,null,5]]}""", "1x 25")]
    [InlineData("""[["id","a"],[1,"x"],[2,"y"]]""", "1x 2y")]
    [InlineData("[\"id\",\"a\"]\n[1,\"x\"]\n[2,\"y\"]", "1x 2y")]
    [InlineData("As [1, 2] asked:\n```json\n{\"rows\":[[\"id\",\"a\"],[1,\"x\"]]}\n```\nDone [so far].", "1x")]
    [InlineData("""{"rows":[["id","a"],[1,"x"],[2,"y""", "1x")]
    [InlineData("""{"rows":[["id","a"],[1,"x"],[2,["id","a"],[3,"y"]""", "1x")]
    [InlineData("""{"rows":[["id","a"],[1,"x"],[2,oops],[3,"z"]]}""", "1x 3z")]
    [InlineData("""{"rows":[["id","a"],[1,"x","more"],[2],[3,"z"]]}""", "3z")]
    [InlineData("""{"rows":[["id","a","a"],[1,"x","y"]]}""", "1-")]
    [InlineData("""{"rows":[["id","a"],[1,"say [9,\"no\"]"],[2,"\ud83d"],[3,"z"]]}""", "1say [9,\"no\"] 2- 3z")]
    [InlineData("""{"rows":[[1,"x"],[2,"y"]]}""", "")]
    [InlineData("""{"rows":[["id","a"],{"id":1,"a":"x"},[2,"y"]]}""", "1x 2y")]
    [InlineData("I cannot do that.", "")]
    [InlineData("", "")]
    public void Finds_the_whole_rows(string text, string expected)
    {
        ReplyRows rows = ReplyReader.Read(text);

        Assert.Equal(expected, string.Join(' ', rows.Rows.Select(row => row.Id + (row.Cells.TryGetValue("a", out ReplyCell cell) ? cell.Text : "-"))));
    }

    [Theory]
    [InlineData("""{"rows":[["id","kind"],[1,"lamp"],[2,"chair"]]} {"rows":[["id","a"],[1,"x"],[2,"y"]]}""", "x y")]
    [InlineData("""[{"id":1,"a":"x"},{"id":2,"a":"y"},{"id":1,"a":"again"},{"id":2,"b":1}]""", "x y")]
    public void Of_an_id_the_first_cell_of_each_name_counts(string text, string expected)
    {
        ReplyRows rows = ReplyReader.Read(text);

        Assert.Equal(4, rows.Rows.Length);
        Assert.Equal(expected, $"{rows.Find(1)!.Cells["a"].Text} {rows.Find(2)!.Cells["a"].Text}");
    }

    [Fact]
    public void Finds_every_whole_row_wherever_the_text_is_cut()
    {
        const string text = """{"rows":[{"id":1,"a":"é\n"},{"id":2,"a":[1,{"id":8}]},{"id":3,"a":"z"}]}""";
        int[] ends = [.. Enumerable.Range(0, text.Length).Where(index => text[..index].EndsWith('}')).Where(index => text[..index].Count(c => c == '{') - 1 == text[..index].Count(c => c == '}'))];

        for (int length = 0; length <= text.Length; length++)
            Assert.Equal(Math.Min(3, ends.Count(end => end <= length)), ReplyReader.Read(text[..length]).Rows.Length);
    }

    [Fact]
    public void Finds_every_whole_list_wherever_the_text_is_cut()
    {
        string[] parts = ["""{"rows":[["id","a"]""", """,[1,"é\n"]""", """,[2,"[3,4]"]""", ""","",[3,"z"]"""];
        int length = 0;
        string text = string.Concat(parts);
        for (int part = 0; part < parts.Length; part++)
        {
            for (int cut = 0; cut < parts[part].Length; cut++)
                Assert.Equal(Math.Max(0, part - 1), ReplyReader.Read(text[..(length + cut)]).Rows.Length);
            length += parts[part].Length;
        }

        Assert.Equal(3, ReplyReader.Read(text).Rows.Length);
    }

    [Fact]
    public void Reads_a_megabyte_of_brackets_in_no_time()
    {
        Assert.Empty(ReplyReader.Read(new string('[', 1 << 20)).Rows);
        Assert.Empty(ReplyReader.Read(string.Concat(Enumerable.Repeat("{\"a\":", 1 << 18))).Rows);
        Assert.Empty(ReplyReader.Read("[\"id\"]" + string.Concat(Enumerable.Repeat("[1,", 1 << 18))).Rows);
    }
}
