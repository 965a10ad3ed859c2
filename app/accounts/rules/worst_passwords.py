"""Passwords of eight and more characters that every list of guesses begins with."""

WORST = frozenset(
    """
    00000000 01012011 01020304 10101010 1029384756 11112222 11223344 1122334455 112233445566 11235813 12121212 12123434
    123123123 12312312 123321123 1234abcd 12341234 123454321 12345678a 12345678910 123456789a 123456789q 1234567891
    123456780 1234567890 12345679 1234554321 123456abc 123456qwe 123qweasd 123qwe123 12qwaszx 13131313 13141314
    1314520520 147258369 14725836 147852369 159357456 159753456 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx 1qaz2wsx3edc
    1qazxsw2 20202020 22446688 23456789 31415926 3141592653 520131400 5201314520 52013141 52013140 55555555a 66666666a
    741852963 7758521a 77585210 78945612 789456123 88888888a 963852741 987654321a 98765432 99999999a
    a1234567 a12345678 a123456789 aa123456 aa12345678 aaaa1111 aaa123123 abc12345 abc123456 abcd1234 abcd12345 abcdefg1
    abcdefgh1 access14 admin123 admin1234 admin123456 administrator asdasdasd asdf1234 asdfasdf asdfghjk asdfghjkl
    asdf123456 baseball basketball bailey123 blink182 butterfly changeme changeme123 charlie1 chocolate computer
    corvette creative danielle default1 dearbook dragon123 elephant football football1 freedom1
    google123 hello123 hello1234 helloworld iloveyou iloveyou1 iloveyou2 internet jennifer jordan23 letmein1 letmein123
    liverpool maverick mercedes michelle midnight minecraft monkey123 mustang1 mypassword nicholas nihao123 nihaoma123
    p@ssw0rd p@ssword passw0rd passw0rd1 passpass password password! password1 password12 password123 password1234
    pokemon1 princess princess1 q1w2e3r4 q1w2e3r4t5 q123456789 qazwsx123 qazwsxedc qq123456 qq123456789 qwe12345
    qwe123456 qweasdzxc qweqweqwe qwer1234 qwer12345 qwerasdf qwerqwer qwerty12 qwerty123 qwerty1234 qwerty12345
    qwertyui qwertyuiop rockyou1 samantha samsung1 sanjiaoxing scorpion secret123 shadow123 starwars sunflower sunshine
    sunshine1 superman superman1 taobao123 test1234 testtest trustno1 trustno12 uvgx01314 victoria w123456789 wang1234
    wangyang wangyut2 warcraft weibo123 welcome1 welcome123 whatever wo123456 woaini12 woaini123 woaini1314 woaini520
    woaini5201314 woaiwojia woshishei woshiwo123 wodemima xiaoming xiaoxiao yangyang z123456789 zhang123 zhongcao
    zhongcao123 zxcv1234 zxcvbnm1 zxcvbnm123 zxcvbnmm zz123456 a5201314 aini1314 aptx4869 asd123456 as123456 123456aa
    123456asd 123456zx woaini1314520 1234qwer 123698745 1236987410 147896325 12344321 1357924680 2468101214 zaq12wsx
    zaq1zaq1 1111111a aaaaaaaa1 p@55w0rd correcthorsebatterystaple
    """.split()
)
