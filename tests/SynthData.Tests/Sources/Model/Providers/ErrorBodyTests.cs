using SynthData.Sources.Model.Providers;

namespace SynthData.Tests.Sources.Model.Providers;

public class ErrorBodyTests
{
    [Theory]
    [InlineData("""{"error":{"message":"No such model","type":"invalid_request_error","param":"model","code":"model_not_found"}}""", "No such model", "model_not_found invalid_request_error")]
    [InlineData("""{"error":{"message":"Unsupported value","type":"t","param":"seed","code":null}}""", "Unsupported value (seed)", "t")]
    [InlineData("""{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}""", "Overloaded", "overloaded_error")]
    [InlineData("""{"error":"model 'x' not found, try pulling it first"}""", "model 'x' not found, try pulling it first", "")]
    [InlineData("""{"object":"error","message":"too long","code":400}""", "too long", "")]
    [InlineData("""{"detail":"Not authenticated"}""", "Not authenticated", "")]
    [InlineData("""[{"error":{"message":"wrapped"}}]""", "wrapped", "")]
    [InlineData("upstream\n  is gone", "upstream is gone", "")]
    [InlineData("[1,2]", "[1,2]", "")]
    [InlineData("{}", "{}", "")]
    [InlineData("", "", "")]
    public void Says_what_the_server_says_however_it_says_it(string body, string message, string code) =>
        Assert.Equal(new ErrorBody(message, code), ErrorBody.Read(body));
}
