using System.Globalization;
using Npgsql;
using SynthData.Diagnostics;

namespace SynthData.Output.Databases.Postgres;

/// <summary>Reads <c>postgres://USER@HOST:PORT/DATABASE?sslmode=require</c>.</summary>
/// <remarks>
/// A password has no place in it, since command lines and job files are seen by many: the driver takes it from <c>PGPASSWORD</c>,
/// <c>PGPASSFILE</c> or <c>~/.pgpass</c>. What is left out is the driver's default: the user of the process or <c>PGUSER</c>, port 5432.
/// </remarks>
internal sealed record PostgresAddress(string Host, int Port, NpgsqlConnectionStringBuilder Settings)
{
    private const int DefaultPort = 5432;
    private const int KeepAliveSeconds = 30;
    private const int MaxTimeoutSeconds = 1024;                                 // the driver's
    private const string Parameters = "sslmode, sslrootcert, connect_timeout, search_path";

    /// <summary>For messages.</summary>
    public string Place => string.Create(CultureInfo.InvariantCulture, $"postgres://{Host}:{Port}/{Settings.Database}");

    /// <exception cref="SchemaException">SD8123: a password.</exception>
    /// <exception cref="GenerationException">SD5104: no such address.</exception>
    public static PostgresAddress Parse(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address) || address.Host.Length == 0 || address.AbsolutePath.Trim('/').Length == 0)
            throw Wrong(Shown(url), "it is not of the form postgres://USER@HOST:PORT/DATABASE");
        if (address.UserInfo.Contains(':', StringComparison.Ordinal))
            throw new SchemaException([UsageDiagnostics.PasswordInAddress.At(null, address.Host)]);

        int port = address.Port > 0 ? address.Port : DefaultPort;
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = address.Host,
            Port = port,
            Database = Uri.UnescapeDataString(address.AbsolutePath.Trim('/')),
            Username = address.UserInfo.Length == 0 ? null : Uri.UnescapeDataString(address.UserInfo),
            ApplicationName = "synthdata",
            Pooling = false,
            Enlist = false,
            CommandTimeout = 0,
            KeepAlive = KeepAliveSeconds,
            IncludeErrorDetail = true,                                          // names values of rows that are made, not of those there
        };
        foreach (string pair in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            Set(settings, pair, address.Host);
        return new PostgresAddress(address.Host, port, settings);
    }

    private static void Set(NpgsqlConnectionStringBuilder settings, string pair, string host)
    {
        string[] parts = pair.Split('=', 2);
        string value = Uri.UnescapeDataString(parts[^1]);
        switch (parts[0])
        {
            case "sslmode" when Enum.TryParse(value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out SslMode mode):
                settings.SslMode = mode;
                break;
            case "sslrootcert":
                settings.RootCertificate = value;
                break;
            case "connect_timeout" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) && seconds <= MaxTimeoutSeconds:
                settings.Timeout = seconds;
                break;
            case "search_path":
                settings.SearchPath = value;
                break;
            case "password":
                throw new SchemaException([UsageDiagnostics.PasswordInAddress.At(null, host)]);
            default:
                throw Wrong(host, $"its parameter '{parts[0]}' is not one of {Parameters}, or its value is none");
        }
    }

    // An address that cannot be read may hold a password all the same.
    private static string Shown(string url) => url.Contains('@', StringComparison.Ordinal) ? $"postgres://…{url[url.LastIndexOf('@')..]}" : url;

    private static GenerationException Wrong(string address, string why) => new(DatabaseDiagnostics.AddressWrong.At(null, address, why));
}
