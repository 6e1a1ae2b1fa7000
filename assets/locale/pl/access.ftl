# Słowa, które wypowiada tylko czytnik ekranu.

access-in-the-table = w tabeli
