using Bogus;
using CsvHelper;

namespace SynthData.Benchmarks;

/// <summary>What a .NET program does today: Bogus makes an object a row, CsvHelper writes it.</summary>
internal static class BogusPeople
{
    private static readonly DateTime From = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly DateTime To = new(2025, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    public static Task WriteAsync(int rows, Stream stream)
    {
        long id = 0;
        Faker<Person> faker = new Faker<Person>("nl").UseSeed(42)
            .RuleFor(person => person.Id, _ => ++id)
            .RuleFor(person => person.Country, f => f.Random.WeightedRandom(["NL", "BE", "DE", "LU"], [0.70f, 0.20f, 0.08f, 0.02f]))
            .RuleFor(person => person.Segment, f => f.Random.WeightedRandom(["consumer", "business", "club"], [0.80f, 0.15f, 0.05f]))
            .RuleFor(person => person.Status, f => f.Random.WeightedRandom(["active", "dormant", "closed"], [0.70f, 0.20f, 0.10f]))
            .RuleFor(person => person.Name, f => f.Name.FullName())
            .RuleFor(person => person.Email, f => f.Internet.Email())
            .RuleFor(person => person.Amount, f => f.Finance.Amount(1, 9999))
            .RuleFor(person => person.Score, f => f.Random.Double())
            .RuleFor(person => person.Created, f => f.Date.Between(From, To))
            .RuleFor(person => person.Member, f => f.Random.Bool(0.6f))
            .RuleFor(person => person.Age, f => f.Random.Int(18, 95).OrNull(f, 0.1f));
        using CsvWriter writer = CsvWriter.Create(stream, CsvCeiling.Options, leaveOpen: true);
        writer.WriteRecord(PeopleColumns.Names);
        for (int row = 0; row < rows; row++)
            Write(writer, faker.Generate());
        writer.Flush();
        return Task.CompletedTask;
    }

    private static void Write(CsvWriter writer, Person person)
    {
        writer.WriteField(person.Id);
        writer.WriteField(person.Country);
        writer.WriteField(person.Segment);
        writer.WriteField(person.Status);
        writer.WriteField(person.Name);
        writer.WriteField(person.Email);
        writer.WriteField(person.Amount);
        writer.WriteField(person.Score);
        writer.WriteField(person.Created, "yyyy-MM-ddTHH:mm:ss");
        writer.WriteField(person.Member);
        writer.WriteField(person.Age);
        writer.EndRecord();
    }

    private sealed class Person
    {
        public long Id { get; set; }

        public string Country { get; set; } = "";

        public string Segment { get; set; } = "";

        public string Status { get; set; } = "";

        public string Name { get; set; } = "";

        public string Email { get; set; } = "";

        public decimal Amount { get; set; }

        public double Score { get; set; }

        public DateTime Created { get; set; }

        public bool Member { get; set; }

        public int? Age { get; set; }
    }
}
