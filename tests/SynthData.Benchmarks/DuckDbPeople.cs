using DuckDB.NET.Data;

namespace SynthData.Benchmarks;

/// <summary>What a data engineer does today: DuckDB makes comparable columns by SQL and copies them out, on one thread.</summary>
/// <remarks>It writes files only: one in memory where the system has such a folder, and removed again.</remarks>
internal static class DuckDbPeople
{
    private const string Firsts = "['Sanne','Emma','Julia','Mila','Tess','Sophie','Zoë','Sara','Nora','Yara','Daan','Noah','Sem','Lucas','Jesse','Finn','Milan','Bram','Luuk','Mees']";
    private const string Lasts = "['de Jong','Jansen','de Vries','van den Berg','Bakker','van Dijk','Visser','Smit','Meijer','de Boer','Mulder','de Groot','Bos','Vos','Peters','Hendriks','van Leeuwen','Dekker','Brouwer','de Wit']";

    private static readonly string Folder = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();

    /// <summary>Writes the file and gives its length.</summary>
    public static async Task<long> WriteAsync(int rows, string options)
    {
        string path = Path.Combine(Folder, $"synthdata-benchmark-{Environment.ProcessId}.out");
        try
        {
            await using DuckDBConnection connection = new("DataSource=:memory:");
            await connection.OpenAsync();
            await using DuckDBCommand command = connection.CreateCommand();
            command.CommandText = $"""
                SET threads = 1;
                SET preserve_insertion_order = true;
                SELECT setseed(0.42);
                COPY (
                    SELECT
                        number AS id,
                        CASE WHEN country < 0.70 THEN 'NL' WHEN country < 0.90 THEN 'BE' WHEN country < 0.98 THEN 'DE' ELSE 'LU' END AS country,
                        CASE WHEN segment < 0.80 THEN 'consumer' WHEN segment < 0.95 THEN 'business' ELSE 'club' END AS segment,
                        CASE WHEN status < 0.70 THEN 'active' WHEN status < 0.90 THEN 'dormant' ELSE 'closed' END AS status,
                        first || ' ' || last AS name,
                        lower(first) || '.' || replace(lower(last), ' ', '') || '.' || number || '@example.org' AS email,
                        round(exp(4.6 + (1.5 * sqrt(-2 * ln(one)) * cos(6.283185307179586 * two))), 2)::DECIMAL(18, 2) AS amount,
                        score,
                        TIMESTAMP '2020-01-01' + to_seconds((created * 157766400)::BIGINT) AS created,
                        member < 0.6 AS member,
                        CASE WHEN old < 0.1 THEN NULL ELSE 18 + (age * 78)::INTEGER END AS age
                    FROM (
                        SELECT range + 1 AS number, random() AS country, random() AS segment, random() AS status,
                            {Firsts}[1 + (random() * 19.999)::INTEGER] AS first, {Lasts}[1 + (random() * 19.999)::INTEGER] AS last,
                            1 - random() AS one, random() AS two, random() AS score, random() AS created, random() AS member, random() AS old, random() AS age
                        FROM range({rows}))
                ) TO '{path}' ({options});
                """;
            await command.ExecuteNonQueryAsync();
            return new FileInfo(path).Length;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
