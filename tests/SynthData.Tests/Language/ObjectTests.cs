using System.Text.Json;
using SynthData.Diagnostics;

namespace SynthData.Tests.Language;

/// <summary><c>object</c> makes JSON of other cells.</summary>
public class ObjectTests
{
    private const string Events = """
        users: { rows: 20, key: id, columns: { id: { sequence: 1 }, name: { values: ["Ann \"A\" O'Hara", 'back\slash', "tab\tline\n", 'Zoë 😀'] } } }
        events:
          rows: { per: users, count: 5 }
          columns:
            user: { references: users.id }
            step: { position: true }
            price: { type: decimal(3), range: [0, 5] }
            ratio: { type: double, range: [0.000001, 0.00001] }
            day: { type: date, range: [2024-01-01, 2024-12-31] }
            at: { type: timestamp, range: [2024-01-01, 2024-12-31] }
            is_new: { type: bool, values: [true, false] }
            note: { values: [x, y], nulls: 50% }
            extra: { type: json, values: ['{"a":1}', '[]'] }
            token: { uuid: true }
            payload:
              object:
                event: "'click'"
                n: step * 2
                user: { name: user.name, "odd \"name\"": user }
                price: price
                ratio: ratio
                when: [day, at, [is_new]]
                note: note
                none: null
                extra: extra
                token: token
                empty: { }
                list: []
        """;

    [Fact]
    public async Task Every_type_is_spelled_as_JSON_does()
    {
        MadeTable made = await Made.RowsAsync(Made.Shop(Events), "events");
        MadeTable users = await Made.RowsAsync(Made.Shop(Events), "users");
        for (int row = 0; row < made.Count; row++)
        {
            using var document = JsonDocument.Parse(made["payload"][row]!);
            JsonElement root = document.RootElement;
            Assert.Equal("click", root.GetProperty("event").GetString());
            Assert.Equal(int.Parse(made["step"][row]!, System.Globalization.CultureInfo.InvariantCulture) * 2, root.GetProperty("n").GetInt32());
            Assert.Equal(users["name"][row / 5], root.GetProperty("user").GetProperty("name").GetString());
            Assert.Equal(made["user"][row], root.GetProperty("user").GetProperty("odd \"name\"").GetRawText());
            Assert.Equal(made["price"][row], root.GetProperty("price").GetRawText());
            Assert.Matches("^[0-9]\\.[0-9]{3}$", root.GetProperty("price").GetRawText());
            Assert.Equal(made["ratio"][row], root.GetProperty("ratio").GetRawText());
            Assert.Equal(made["day"][row], root.GetProperty("when")[0].GetString());
            Assert.Equal(made["at"][row], root.GetProperty("when")[1].GetString());
            Assert.Equal(made["is_new"][row], root.GetProperty("when")[2][0].GetRawText());
            Assert.Equal(made["note"][row], root.GetProperty("note").GetString());
            Assert.Equal(JsonValueKind.Null, root.GetProperty("none").ValueKind);
            Assert.Equal(made["extra"][row], root.GetProperty("extra").GetRawText());
            Assert.Equal(made["token"][row], root.GetProperty("token").GetString());
            Assert.Equal("{}", root.GetProperty("empty").GetRawText());
            Assert.Equal("[]", root.GetProperty("list").GetRawText());
        }

        Assert.Contains(made["note"], note => note is null);
        Assert.Contains(made["ratio"], ratio => ratio!.Contains('E', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_and_values_stand_in_the_order_written_without_blanks()
    {
        MadeTable made = await Made.RowsAsync(Made.Items("b: { constant: x }\no: { object: { z: b, a: [1, 2.50], m: { k: true } } }", 1));
        Assert.Equal("""{"z":"x","a":[1,2.50],"m":{"k":true}}""", made["o"][0]);
    }

    [Fact]
    public async Task It_may_be_null_by_condition_and_share_and_a_text()
    {
        MadeTable made = await Made.RowsAsync(Made.Items("n: { sequence: 0 }\no: { type: string, object: { n: n }, when: n % 2 = 0 }", 4));
        Assert.Equal(["""{"n":0}""", null, """{"n":2}""", null], made["o"]);
    }

    [Fact]
    public async Task What_fails_in_it_redraws_the_row()
    {
        MadeTable made = await Made.RowsAsync(Made.Items("n: { range: [0, 3] }\no: { object: { share: 10 // n } }", 200));
        Assert.DoesNotContain("0", made["n"]);
        await Made.FailsAsync("SD4002", Made.Items("n: { sequence: 0 }\n§o: { object: { share: 10 // n } }", 3));
    }

    [Fact]
    public async Task The_same_JSON_written_otherwise_is_right_and_other_JSON_is_told()
    {
        using MadeFolder made = await MadeFolder.OfAsync(Made.Items("n: { sequence: 1 }\no: { object: { n: n, x: 1.50 } }", 3));
        Assert.Empty((await made.ValidateAsync()).Findings);
        made.Rewrite("items", rows => ["1,\"{ \"\"x\"\": 1.5, \"\"n\"\": 1 }\"", rows[1], "3,\"{\"\"n\"\":4,\"\"x\"\":1.50}\""]);
        Diagnostic found = Assert.Single((await made.ValidateAsync()).Findings);
        Assert.Equal("SD4031", found.Code);
    }

    [Fact]
    public Task Threads_batches_and_shards_change_nothing() => MadeFolder.IsPureAsync(Made.Shop(Events));
}
